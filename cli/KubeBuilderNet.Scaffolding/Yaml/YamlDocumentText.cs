using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace KubeBuilderNet.Scaffolding.Yaml;

/// <summary>A YAML file that is changed where it must be and nowhere else: comments, order, quotes and line ends stay.</summary>
/// <remarks>The parser says where each node lies; text goes in there. One document with a mapping at the top, or nothing yet.</remarks>
public sealed class YamlDocumentText
{
    private readonly string _path;
    private readonly string _newLine;
    private readonly string _byteOrderMark;
    private readonly List<string> _lines;

    // Where the bracket or brace that opens at an index closes: the nodes don't say.
    private readonly Dictionary<long, int> _closingLines = [];

    /// <summary>Reads the file's text.</summary>
    /// <param name="path">The file's name, for messages.</param>
    /// <param name="text">The text; may be empty.</param>
    /// <exception cref="ScaffoldException">It is no YAML, or no mapping.</exception>
    public YamlDocumentText(string path, string text)
    {
        _path = path;
        _newLine = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        _byteOrderMark = text.StartsWith('\uFEFF') ? "\uFEFF" : "";
        _lines = [.. text[_byteOrderMark.Length..].ReplaceLineEndings("\n").TrimEnd('\n').Split('\n')];
        if (_lines is [""])
            _lines.Clear();
        Root = Parse();
    }

    /// <summary>The mapping at the top; null while the file has only comments.</summary>
    public YamlMappingNode? Root { get; private set; }

    /// <summary>The file's text with what was changed.</summary>
    public override string ToString() => _byteOrderMark + string.Join(_newLine, _lines).TrimStart('\r', '\n') + _newLine;

    /// <summary>The items of a list that are plain texts; empty when there is no list.</summary>
    public IEnumerable<string> TextItems(string key) =>
        Find(Root, key) is YamlSequenceNode list ? list.Children.OfType<YamlScalarNode>().Select(item => item.Value ?? "") : [];

    /// <summary>Adds one text to the list under a key of the top, unless it is there; makes the list when there is none.</summary>
    public void AddItem(string key, string item)
    {
        if (!TextItems(key).Contains(item, StringComparer.Ordinal))
            AppendBlock(key, [item]);
    }

    /// <summary>Adds one item, of one line or more, to the list under a key of the top; makes the list when there is none.</summary>
    public void AppendBlock(string key, IReadOnlyList<string> item)
    {
        switch (Find(Root, key))
        {
            case null:
                var (at, indent) = PlaceFor(key);
                Insert(at, [$"{key}:", .. Item(item, "")], indent);
                break;
            case YamlSequenceNode { Style: SequenceStyle.Flow, Children.Count: > 0 } list when item.Count == 1:
                var (line, column) = Position(list.Children[^1].End);
                _lines[line] = _lines[line].Insert(column, $", {item[0]}");
                break;
            case YamlSequenceNode { Style: SequenceStyle.Flow, Children.Count: > 0 }:
                throw new ScaffoldException($"{_path}: '{key}' is a list in brackets: write it with one '- ' line an item, then run again");
            case YamlSequenceNode { Children.Count: > 0 } list:
                Insert(LastLine(list) + 1, Item(item, ""), new string(' ', Position(list.Start).Column));
                break;
            case YamlSequenceNode or YamlScalarNode { Value: "" or "~" or "null" }:
                ReplaceEmpty(key, item);
                break;
            default:
                throw new ScaffoldException($"{_path}: '{key}' is no list: make it one, then run again");
        }
        Root = Parse();
    }

    /// <summary>Sets a key of a mapping in the list under a key of the top, where it isn't there yet; keys stay sorted.</summary>
    public void AddToItem(YamlMappingNode item, string key, IReadOnlyList<string> lines)
    {
        var keys = item.Children.Keys.OfType<YamlScalarNode>().ToList();
        if (item.Style == MappingStyle.Flow)
            throw new ScaffoldException($"{_path}: an item is a mapping in braces: write it with one line a field, then run again");
        var indent = new string(' ', Position(keys[0].Start).Column);
        var previous = keys.LastOrDefault(k => string.CompareOrdinal(k.Value, key) < 0);
        if (previous is not null)
        {
            Insert(LastLine(item.Children[previous]) + 1, lines, indent);
        }
        else
        {
            var (line, column) = Position(keys[0].Start);
            var first = _lines[line];
            _lines[line] = indent + first[column..];
            Insert(line, lines, indent);
            _lines[line] = first[..column] + lines[0];
        }
        Root = Parse();
    }

    /// <summary>A node of a mapping by its key; null when the mapping or the key is missing.</summary>
    public static YamlNode? Find(YamlNode? mapping, string key) =>
        mapping is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;

    /// <summary>A text of a mapping by its key; null when it isn't there.</summary>
    public static string? FindText(YamlNode? mapping, string key) => (Find(mapping, key) as YamlScalarNode)?.Value;

    private YamlMappingNode? Parse()
    {
        var stream = new YamlStream();
        var text = string.Join('\n', _lines) + "\n";
        try
        {
            stream.Load(new StringReader(text));
            FindClosingLines(text);
        }
        catch (YamlException e)
        {
            throw new ScaffoldException($"{_path}({e.Start.Line},{e.Start.Column}): {e.Message}", e);
        }
        catch (InvalidOperationException e)
        {
            // YamlDotNet's parser loses its own stack over some unmatched brackets.
            throw new ScaffoldException($"{_path}: is no YAML: brackets or braces in it don't match", e);
        }
        return stream.Documents switch
        {
            [] => null,
            [{ RootNode: YamlMappingNode root }] => root,
            [{ RootNode: YamlScalarNode { Value: "" or null } }] => null,
            [_] => throw new ScaffoldException($"{_path}: must be a mapping (key: value) at its top"),
            _ => throw new ScaffoldException($"{_path}: must be one document, and has {stream.Documents.Count}"),
        };
    }

    // "key: []", "key: null" and "key:" become a list in lines; a comment behind them stays.
    private void ReplaceEmpty(string key, IReadOnlyList<string> item)
    {
        var keyNode = Root!.Children.Keys.OfType<YamlScalarNode>().Single(k => k.Value == key);
        var value = Root.Children[keyNode];
        var (line, column) = Position(keyNode.End);
        if (LastLine(value) > line)
            throw new ScaffoldException($"{_path}: '{key}' is empty over several lines: write '{key}: []', then run again");
        var rest = _lines[line][(column + 1)..];
        var comment = rest.IndexOf('#', StringComparison.Ordinal);
        _lines[line] = _lines[line][..(column + 1)] + (comment < 0 ? "" : " " + rest[comment..]);
        Insert(line + 1, Item(item, ""), new string(' ', Position(keyNode.Start).Column));
    }

    private void Insert(int line, IEnumerable<string> lines, string indent) =>
        _lines.InsertRange(line, lines.Select(l => indent + l));

    private static IEnumerable<string> Item(IReadOnlyList<string> item, string indent) =>
        item.Select((line, i) => indent + (i == 0 ? "- " : "  ") + line);

    // Behind the last key that sorts before it: where the keys are sorted they stay so.
    private (int Line, string Indent) PlaceFor(string key)
    {
        if (Root is null)
            return (_lines.FindLastIndex(line => line.Length > 0) + 1, "");
        if (Root.Style == MappingStyle.Flow)
            throw new ScaffoldException($"{_path}: is a mapping in braces: write it with one line a key, then run again");
        var keys = Root.Children.Keys.OfType<YamlScalarNode>().ToList();
        var previous = keys.LastOrDefault(other => string.CompareOrdinal(other.Value, key) < 0) ?? keys[^1];
        return (LastLine(Root.Children[previous]) + 1, new string(' ', Position(keys[0].Start).Column));
    }

    // A block's own end mark lies behind the comments that follow it: the last leaf's is what counts.
    private int LastLine(YamlNode node) => node switch
    {
        YamlSequenceNode { Style: not SequenceStyle.Flow, Children: [.., var last] } => LastLine(last),
        YamlMappingNode { Style: not MappingStyle.Flow } map when map.Children.Count > 0 =>
            LastLine(map.Children[map.Children.Count - 1].Value),
        YamlScalarNode { Style: ScalarStyle.Literal or ScalarStyle.Folded } => (int)node.End.Line - (node.End.Column == 1 ? 2 : 1),
        YamlScalarNode => Position(node.End).Line,
        _ => _closingLines[node.Start.Index],
    };

    private void FindClosingLines(string text)
    {
        _closingLines.Clear();
        var parser = new Parser(new StringReader(text));
        var open = new Stack<long>();
        while (parser.MoveNext())
        {
            if (parser.Current is SequenceStart or MappingStart)
                open.Push(parser.Current.Start.Index);
            else if (parser.Current is SequenceEnd or MappingEnd)
                _closingLines[open.Pop()] = Position(parser.Current.Start).Line;
        }
    }

    private static (int Line, int Column) Position(Mark mark) => ((int)mark.Line - 1, (int)mark.Column - 1);
}
