using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace KubeBuilderNet.Generators.Parsing.Documentation;

/// <summary>Turns an element of a documentation comment into plain text: paragraphs apart by an empty line, list items on lines of their own.</summary>
internal static class SummaryRenderer
{
    private static readonly Regex LineBreaks = new(@"[ \t]*(\r?\n[ \t]*)+", RegexOptions.CultureInvariant);
    private static readonly Regex BlankLines = new(@"[ \t]*\n([ \t]*\n)+[ \t]*", RegexOptions.CultureInvariant);
    private static readonly Regex Edges = new("[ \t]*\n[ \t]*", RegexOptions.CultureInvariant);
    private static readonly Regex Tags = new("</?(summary|remarks|para|param|see|c|code|list|item)( [^>]*)?/?>", RegexOptions.CultureInvariant);

    /// <summary>The text of the first element of this name, or null if there is none. What isn't well-formed is taken as text.</summary>
    public static string? Render(string comment, string element, string? name)
    {
        var writer = new StringBuilder();
        if (name is null && Plain(comment, element) is { } plain)
            return Normalize(plain, writer);
        try
        {
            var root = XElement.Parse($"<doc>{comment}</doc>", LoadOptions.PreserveWhitespace);
            var found = root.Elements(element).FirstOrDefault(x => name is null || (string?)x.Attribute("name") == name);
            if (found is null)
                return !root.HasElements && name is null ? Normalize(root.Value, writer) : null;
            foreach (var node in found.Nodes())
                Append(writer, node);
            return Tidy(writer.ToString());
        }
        catch (XmlException)
        {
            return name is null ? Normalize(Tags.Replace(comment, ""), writer) : null;
        }
    }

    // Most summaries hold no element and no entity: they need no parser.
    private static string? Plain(string comment, string element)
    {
        var open = $"<{element}>";
        var start = comment.IndexOf(open, StringComparison.Ordinal);
        if (start != comment.IndexOf('<') || start < 0)
            return null;
        start += open.Length;
        var end = comment.IndexOfAny(['<', '&'], start);
        var close = $"</{element}>";
        return end >= 0 && string.CompareOrdinal(comment, end, close, 0, close.Length) == 0 ? comment.Substring(start, end - start) : null;
    }

    private static string? Normalize(string text, StringBuilder writer)
    {
        AppendText(writer, text);
        return Tidy(writer.ToString());
    }

    private static void Append(StringBuilder writer, XNode node)
    {
        if (node is XText text)
            AppendText(writer, text.Value);
        if (node is not XElement element)
            return;
        switch (element.Name.LocalName)
        {
            case "see" or "seealso" or "paramref" or "typeparamref" when element.IsEmpty:
                writer.Append(Reference(element));
                return;
            case "br":
                writer.Append('\n');
                return;
            case "code":
                writer.Append("\n\n").Append(element.Value.Replace("\r\n", "\n").Trim('\n')).Append("\n\n");
                return;
        }
        var (before, after) = element.Name.LocalName switch
        {
            "para" or "list" => ("\n\n", "\n\n"),
            "item" or "listheader" => ("\n- ", ""),
            "term" when element.Parent?.Element("description") is not null => ("", ": "),
            _ => ("", ""),
        };
        writer.Append(before);
        foreach (var child in element.Nodes())
        {
            // White space between items is layout of the source.
            if (element.Name.LocalName is not ("list" or "item" or "listheader") || child is not XText { Value: var value } || value.Trim().Length > 0)
                Append(writer, child);
        }
        writer.Append(after);
    }

    private static string Reference(XElement element)
    {
        var target = (string?)element.Attribute("langword") ?? (string?)element.Attribute("cref") ?? (string?)element.Attribute("href")
            ?? (string?)element.Attribute("name") ?? "";
        var name = target.Length > 2 && target[1] == ':' ? target.Substring(target.LastIndexOf('.') + 1) : target;
        return name.Replace('{', '<').Replace('}', '>');
    }

    private static void AppendText(StringBuilder writer, string text) => writer.Append(
        LineBreaks.Replace(text, match => match.Value.IndexOf('\n') == match.Value.LastIndexOf('\n') ? " " : "\n\n"));

    private static string? Tidy(string text)
    {
        var tidy = BlankLines.Replace(Edges.Replace(text, "\n"), "\n\n").Trim();
        return tidy.Length == 0 ? null : tidy;
    }
}
