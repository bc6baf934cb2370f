using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace KubeBuilderNet.Generators.Parsing.Documentation;

/// <summary>Turns an element of a documentation comment into plain text: line by line, paragraphs apart by an empty line.</summary>
internal static class SummaryRenderer
{
    private static readonly Regex LineBreaks = new(@"\s*\n\s*", RegexOptions.CultureInvariant);
    private static readonly Regex Tags = new("</?(summary|remarks|para|param|see|c|code|list|item)( [^>]*)?/?>", RegexOptions.CultureInvariant);

    /// <summary>The text of the first element of this name, or null if there is none. What isn't well-formed is taken as text.</summary>
    public static string? Render(string comment, string element, string? name)
    {
        if (name is null && Plain(comment, element) is { } plain)
            return DescriptionLines.Tidy(plain);
        try
        {
            var root = XElement.Parse($"<doc>{comment}</doc>", LoadOptions.PreserveWhitespace);
            var found = root.Elements(element).FirstOrDefault(x => name is null || (string?)x.Attribute("name") == name);
            if (found is null)
                return !root.HasElements && name is null ? DescriptionLines.Tidy(root.Value) : null;
            var writer = new StringBuilder();
            foreach (var node in found.Nodes())
                Append(writer, node);
            return DescriptionLines.Tidy(writer.ToString());
        }
        catch (XmlException)
        {
            return name is null ? DescriptionLines.Tidy(Tags.Replace(comment, "")) : null;
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

    private static void Append(StringBuilder writer, XNode node)
    {
        if (node is XText text)
            writer.Append(text.Ancestors("list").Any() ? LineBreaks.Replace(text.Value, " ") : text.Value);
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
}
