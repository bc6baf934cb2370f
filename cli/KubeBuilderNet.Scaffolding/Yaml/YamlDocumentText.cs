using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace KubeBuilderNet.Scaffolding.Yaml;

/// <summary>A YAML file that is changed where it must be and nowhere else: comments, order, quotes and line ends stay.</summary>
/// <remarks>The parser says where each node lies; text goes in there. One document with a mapping at the top, or nothing yet.</remarks>
/// <param name="path">The file's name, for messages.</param>
/// <param name="text">The text; may be empty.</param>
/// <exception cref="ScaffoldException">It is no YAML, or no mapping.</exception>
public sealed class YamlDocumentText(string path, string text)
{
    private readonly YamlLines _yaml = new(path, text);

    /// <summary>The mapping at the top; null while the file has only comments.</summary>
    public YamlMappingNode? Root => _yaml.Root;

    /// <summary>The file's text with what was changed.</summary>
    public override string ToString() => _yaml.ToString();

    /// <summary>A node of a mapping by its key; null when the mapping or the key is missing.</summary>
    public static YamlNode? Find(YamlNode? mapping, string key) =>
        mapping is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;

    /// <summary>A text of a mapping by its key; null when it isn't there.</summary>
    public static string? FindText(YamlNode? mapping, string key) => (Find(mapping, key) as YamlScalarNode)?.Value;

    /// <summary>The items of a list that are plain texts; empty when there is no list.</summary>
    public IEnumerable<string> TextItems(string key) =>
        Find(Root, key) is YamlSequenceNode list ? list.Children.OfType<YamlScalarNode>().Select(item => item.Value ?? "") : [];

    /// <summary>The item of a list that is a mapping with a text under a key; null when there is none.</summary>
    public YamlMappingNode? FindItem(string list, string key, string text) =>
        (Find(Root, list) as YamlSequenceNode)?.Children.OfType<YamlMappingNode>().FirstOrDefault(item => FindText(item, key) == text);

    /// <summary>Adds one text to the list under a key of the top, unless it is there; makes the list when there is none.</summary>
    /// <param name="key">The list's key.</param>
    /// <param name="item">The text.</param>
    /// <param name="before">Texts that it must stand before, where the list has them.</param>
    public void AddItem(string key, string item, IReadOnlyCollection<string>? before = null)
    {
        if (TextItems(key).Contains(item, StringComparer.Ordinal))
            return;
        var next = before is { Count: > 0 } && Find(Root, key) is YamlSequenceNode { Style: not SequenceStyle.Flow } list
            ? list.Children.FirstOrDefault(other => other is YamlScalarNode { Value: { } value } && before.Contains(value))
            : null;
        if (next is null)
        {
            AppendBlock(key, [item]);
            return;
        }
        var (line, column) = YamlLines.Position(next.Start);
        _yaml.Insert(line, [$"- {item}"], _yaml.Lines[line][..(column - 2)]);
        _yaml.Parse();
    }

    /// <summary>Adds one item, of one line or more, to the list under a key of the top; makes the list when there is none.</summary>
    public void AppendBlock(string key, IReadOnlyList<string> item)
    {
        switch (Find(Root, key))
        {
            case null:
                Set(Root, key, [$"{key}:", .. Item(item)]);
                break;
            case YamlSequenceNode { Style: SequenceStyle.Flow, Children.Count: > 0 } list when item.Count == 1:
                var (line, column) = YamlLines.Position(list.Children[^1].End);
                _yaml.Lines[line] = _yaml.Lines[line].Insert(column, $", {item[0]}");
                break;
            case YamlSequenceNode { Style: SequenceStyle.Flow, Children.Count: > 0 }:
                throw InBrackets(key);
            case YamlSequenceNode { Children.Count: > 0 } list:
                _yaml.Insert(_yaml.LastLine(list) + 1, Item(item), new string(' ', YamlLines.Position(list.Start).Column));
                break;
            case YamlSequenceNode or YamlScalarNode { Value: "" or "~" or "null" }:
                ReplaceEmpty(key, item);
                break;
            default:
                throw new ScaffoldException($"{path}: '{key}' is no list: make it one, then run again");
        }
        _yaml.Parse();
    }

    /// <summary>Takes one text out of the list under a key of the top; nothing happens when it isn't there.</summary>
    public void RemoveItem(string key, string item)
    {
        if (Find(Root, key) is YamlSequenceNode list && list.Children.FirstOrDefault(other => other is YamlScalarNode { Value: { } value } && value == item) is { } found)
            RemoveItem(key, found);
    }

    /// <summary>Takes one item, with all its lines, out of the list under a key of the top. A list without items stays, as <c>[]</c>.</summary>
    public void RemoveItem(string key, YamlNode item)
    {
        if (Find(Root, key) is not YamlSequenceNode list || !list.Children.Contains(item))
            throw new InvalidOperationException($"{path}: the item is not in '{key}'");
        if (list.Style == SequenceStyle.Flow)
        {
            RemoveFromBrackets(key, list, item);
        }
        else
        {
            var first = YamlLines.Position(item.Start).Line;
            while (!_yaml.Lines[first].TrimStart().StartsWith('-'))
                first--;
            _yaml.Lines.RemoveRange(first, _yaml.LastLine(item) + 1 - first);
            if (list.Children.Count == 1)
                WriteEmptyList(key);
        }
        _yaml.Parse();
    }

    /// <summary>Gives a key of a mapping other lines, puts it in where it isn't there yet (sorted keys stay sorted), or takes it out.</summary>
    /// <param name="mapping">The mapping: <see cref="Root"/>, or one that lies in the file; it must not be in braces.</param>
    /// <param name="key">The key.</param>
    /// <param name="lines">The lines with the key, as if at the left margin; null to take it out.</param>
    public void Set(YamlMappingNode? mapping, string key, IReadOnlyList<string>? lines)
    {
        if (mapping is { Style: MappingStyle.Flow })
            throw new ScaffoldException($"{path}: {(mapping == Root ? "is" : "an item is")} a mapping in braces: write it with one line a key, then run again");
        var keys = mapping?.Children.Keys.OfType<YamlScalarNode>().ToList() ?? [];
        var there = keys.Find(other => other.Value == key);
        if (there is not null)
            Replace(mapping!, keys, there, lines);
        else if (lines is not null)
            Insert(mapping, keys, key, lines);
        _yaml.Parse();
    }

    private void Insert(YamlMappingNode? mapping, List<YamlScalarNode> keys, string key, IReadOnlyList<string> lines)
    {
        if (mapping is null)
        {
            _yaml.Insert(_yaml.Lines.FindLastIndex(line => line.Length > 0) + 1, lines, "");
            return;
        }
        var indent = Indent(keys);
        // At the top, what isn't sorted stays as it is and gets the new key at its end.
        var previous = keys.LastOrDefault(k => string.CompareOrdinal(k.Value, key) < 0) ?? (mapping == Root ? keys[^1] : null);
        if (previous is not null)
        {
            _yaml.Insert(_yaml.LastLine(mapping.Children[previous]) + 1, lines, indent);
            return;
        }
        var (line, column) = YamlLines.Position(keys[0].Start);
        var first = _yaml.Lines[line];
        _yaml.Lines[line] = indent + first[column..];
        _yaml.Insert(line, lines, indent);
        _yaml.Lines[line] = first[..column] + lines[0];
    }

    private void Replace(YamlMappingNode mapping, List<YamlScalarNode> keys, YamlScalarNode key, IReadOnlyList<string>? lines)
    {
        var (line, column) = YamlLines.Position(key.Start);
        var before = _yaml.Lines[line][..column];
        _yaml.Lines.RemoveRange(line, _yaml.LastLine(mapping.Children[key]) + 1 - line);
        var indent = Indent(keys);
        if (lines is not null)
        {
            _yaml.Insert(line, lines, indent);
            _yaml.Lines[line] = before + lines[0];
        }
        else if (key == keys[0] && keys.Count > 1)
        {
            // The dash of an item stands before its first key.
            var next = line + _yaml.Lines[line..].FindIndex(l => l.Length > column && l[column] is not (' ' or '#'));
            _yaml.Lines[next] = before + _yaml.Lines[next][column..];
        }
    }

    // "key: []", "key: null" and "key:" become a list in lines; a comment behind them stays.
    private void ReplaceEmpty(string key, IReadOnlyList<string> item)
    {
        var (keyNode, line, column) = KeyOf(key);
        if (_yaml.LastLine(Root!.Children[keyNode]) > line)
            throw new ScaffoldException($"{path}: '{key}' is empty over several lines: write '{key}: []', then run again");
        var rest = _yaml.Lines[line][(column + 1)..];
        var comment = rest.IndexOf('#', StringComparison.Ordinal);
        _yaml.Lines[line] = _yaml.Lines[line][..(column + 1)] + (comment < 0 ? "" : " " + rest[comment..]);
        _yaml.Insert(line + 1, Item(item), new string(' ', YamlLines.Position(keyNode.Start).Column));
    }

    private void WriteEmptyList(string key)
    {
        var (_, line, column) = KeyOf(key);
        _yaml.Lines[line] = _yaml.Lines[line].Insert(column + 1, " []");
    }

    private void RemoveFromBrackets(string key, YamlSequenceNode list, YamlNode item)
    {
        var (line, start) = YamlLines.Position(item.Start);
        var index = list.Children.IndexOf(item);
        var (from, to) = index + 1 < list.Children.Count
            ? (start, YamlLines.Position(list.Children[index + 1].Start).Column)
            : (index > 0 ? YamlLines.Position(list.Children[index - 1].End).Column : start, YamlLines.Position(item.End).Column);
        if (list.Children.Any(other => YamlLines.Position(other.Start).Line != line || _yaml.LastLine(other) != line))
            throw InBrackets(key);
        _yaml.Lines[line] = _yaml.Lines[line].Remove(from, to - from);
    }

    private (YamlScalarNode Node, int Line, int Column) KeyOf(string key)
    {
        var node = Root!.Children.Keys.OfType<YamlScalarNode>().Single(k => k.Value == key);
        var (line, column) = YamlLines.Position(node.End);
        return (node, line, column);
    }

    private ScaffoldException InBrackets(string key) =>
        new($"{path}: '{key}' is a list in brackets: write it with one '- ' line an item, then run again");

    private static string Indent(List<YamlScalarNode> keys) => new(' ', YamlLines.Position(keys[0].Start).Column);

    private static IEnumerable<string> Item(IReadOnlyList<string> item) => item.Select((line, i) => (i == 0 ? "- " : "  ") + line);
}
