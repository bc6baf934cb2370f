using System.Xml;
using System.Xml.Linq;

namespace KubeBuilderNet.Scaffolding.Xml;

/// <summary>An XML file whose elements know where in its text they begin and end.</summary>
internal sealed class XmlText
{
    private readonly string _text;
    private readonly string _newLine;
    private readonly int[] _lines;
    private readonly Dictionary<XElement, (int Start, int End)> _places = [];

    /// <summary>Reads a text.</summary>
    /// <exception cref="ScaffoldException">It is no XML; names the place.</exception>
    public XmlText(string path, string text)
    {
        _text = text;
        _newLine = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        _lines = [0, .. text.Select((c, i) => c == '\n' ? i + 1 : -1).Where(start => start > 0)];
        try
        {
            Root = XDocument.Parse(text.TrimStart('\uFEFF'), LoadOptions.SetLineInfo | LoadOptions.PreserveWhitespace).Root!;
        }
        catch (XmlException e)
        {
            throw new ScaffoldException($"{path}({e.LineNumber},{e.LinePosition}): {e.Message}", e);
        }
        foreach (var element in Root.DescendantsAndSelf())
            _places[element] = (Start(element), End(element));
    }

    public XElement Root { get; }

    public IEnumerable<XElement> Elements(string name) => Root.Descendants().Where(element => element.Name.LocalName == name);

    /// <summary>The text with lines before an element, indented as it is.</summary>
    public string InsertBefore(XElement element, string lines) => _text.Insert(LineOf(_places[element].Start), Indented(lines, IndentOf(element)));

    /// <summary>The text with lines behind the last element of a parent.</summary>
    public string Append(XElement parent, string lines)
    {
        if (parent.Elements().LastOrDefault() is { } last)
        {
            var at = _places[last].End;
            return _text.Insert(at, _newLine + Indented(lines, IndentOf(last))[..^_newLine.Length]);
        }
        var (start, end) = _places[parent];
        var indent = IndentOf(parent);
        var name = parent.Name.LocalName;
        var open = parent.IsEmpty ? _text[start..end][..^2].TrimEnd() + ">" : _text[start..EndOfTag(start)];
        return _text[..start] + open + _newLine + Indented(lines, indent + "  ") + indent + $"</{name}>" + _text[end..];
    }

    public string Replace(XElement element, string with) => _text[.._places[element].Start] + with + _text[_places[element].End..];

    /// <summary>The text without an element, nor the line that it stood on when nothing else is on it.</summary>
    public string Remove(XElement element)
    {
        var (start, end) = _places[element];
        var line = LineOf(start);
        var next = _text.IndexOf('\n', end) is >= 0 and var feed ? feed + 1 : _text.Length;
        return string.IsNullOrWhiteSpace(_text[line..start]) && string.IsNullOrWhiteSpace(_text[end..next])
            ? _text.Remove(line, next - line)
            : _text.Remove(start, end - start);
    }

    private int LineOf(int position) => _text.LastIndexOf('\n', Math.Max(position - 1, 0)) + 1;

    private string IndentOf(XElement element)
    {
        var start = _places[element].Start;
        var before = _text[LineOf(start)..start];
        return string.IsNullOrWhiteSpace(before) ? before : "";
    }

    private string Indented(string lines, string indent) => string.Concat(lines.Split('\n').Select(line => indent + line + _newLine));

    // The reader's place is behind the '<'.
    private int Start(IXmlLineInfo element) => _lines[element.LineNumber - 1] + element.LinePosition - 2 + (_text.StartsWith('\uFEFF') && element.LineNumber == 1 ? 1 : 0);

    private int End(XElement element)
    {
        var open = EndOfTag(Start(element));
        if (element.IsEmpty)
            return open;
        var inner = element.Elements().LastOrDefault() is { } last ? End(last) : open;
        return EndOfTag(_text.IndexOf($"</{element.Name.LocalName}", inner, StringComparison.Ordinal));
    }

    // An attribute's value may have a '>' in it.
    private int EndOfTag(int start)
    {
        var quote = '\0';
        for (var i = start; ; i++)
        {
            var c = _text[i];
            if (quote != '\0')
                quote = c == quote ? '\0' : quote;
            else if (c is '"' or '\'')
                quote = c;
            else if (c == '>')
                return i + 1;
        }
    }
}
