using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace KubeBuilderNet.Scaffolding.Yaml;

/// <summary>The lines of a YAML file, and where in them each node lies.</summary>
internal sealed class YamlLines
{
    private readonly string _newLine;
    private readonly string _byteOrderMark;

    // Where the bracket or brace that opens at an index closes: the nodes don't say.
    private readonly Dictionary<long, int> _closingLines = [];

    public YamlLines(string path, string text)
    {
        Path = path;
        _newLine = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        _byteOrderMark = text.StartsWith('\uFEFF') ? "\uFEFF" : "";
        Lines = [.. text[_byteOrderMark.Length..].ReplaceLineEndings("\n").TrimEnd('\n').Split('\n')];
        if (Lines is [""])
            Lines.Clear();
        Parse();
    }

    public string Path { get; }

    /// <summary>The lines; <see cref="Parse"/> after they were changed.</summary>
    public List<string> Lines { get; }

    /// <summary>The mapping at the top; null while the file has only comments.</summary>
    public YamlMappingNode? Root { get; private set; }

    public override string ToString() => _byteOrderMark + string.Join(_newLine, Lines).TrimStart('\r', '\n') + _newLine;

    /// <summary>Where a mark lies, from 0.</summary>
    public static (int Line, int Column) Position(Mark mark) => ((int)mark.Line - 1, (int)mark.Column - 1);

    public void Insert(int line, IEnumerable<string> lines, string indent) => Lines.InsertRange(line, lines.Select(l => indent + l));

    /// <summary>The last line of a node.</summary>
    /// <remarks>A block's own end mark lies behind the comments that follow it: the last leaf's is what counts.</remarks>
    public int LastLine(YamlNode node) => node switch
    {
        YamlSequenceNode { Style: not SequenceStyle.Flow, Children: [.., var last] } => LastLine(last),
        YamlMappingNode { Style: not MappingStyle.Flow } map when map.Children.Count > 0 => LastLine(map.Children[map.Children.Count - 1].Value),
        YamlScalarNode { Style: ScalarStyle.Literal or ScalarStyle.Folded } => (int)node.End.Line - (node.End.Column == 1 ? 2 : 1),
        YamlScalarNode => Position(node.End).Line,
        _ => _closingLines[node.Start.Index],
    };

    /// <summary>Reads the lines again.</summary>
    /// <exception cref="ScaffoldException">They are no YAML, or no mapping.</exception>
    public void Parse()
    {
        var stream = new YamlStream();
        var text = string.Join('\n', Lines) + "\n";
        try
        {
            stream.Load(new StringReader(text));
            FindClosingLines(text);
        }
        catch (YamlException e)
        {
            throw new ScaffoldException($"{Path}({e.Start.Line},{e.Start.Column}): {e.Message}", e);
        }
        catch (InvalidOperationException e)
        {
            // YamlDotNet's parser loses its own stack over some unmatched brackets.
            throw new ScaffoldException($"{Path}: is no YAML: brackets or braces in it don't match", e);
        }
        Root = stream.Documents switch
        {
            [] => null,
            [{ RootNode: YamlMappingNode root }] => root,
            [{ RootNode: YamlScalarNode { Value: "" or null } }] => null,
            [_] => throw new ScaffoldException($"{Path}: must be a mapping (key: value) at its top"),
            _ => throw new ScaffoldException($"{Path}: must be one document, and has {stream.Documents.Count}"),
        };
    }

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
}
