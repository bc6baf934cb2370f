using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using KubeBuilderNet.Build.Yaml;

namespace KubeBuilderNet.Scaffolding.Helm;

/// <summary>Writes an object as a template: marks stand in the object where Helm's expressions go, and are replaced in the YAML.</summary>
/// <remarks>A mark is a word that YAML leaves bare. What looks like an expression in the object itself is escaped.</remarks>
internal sealed partial class ChartText
{
    /// <summary>The first line of every template that is written anew each time.</summary>
    public const string Header = "{{- /* Written by kbnet from config/default: change it there, or in values.yaml. */}}";

    // Stands for two braces, which Helm is to print. With a brace of its own, so that YAML quotes it.
    private const string Braces = "Kbnet{Mark";

    private readonly List<string> _expressions = [];
    private readonly List<Func<int, IEnumerable<string>>> _blocks = [];

    /// <summary>A text that becomes an expression.</summary>
    public string Inline(string expression)
    {
        _expressions.Add(expression);
        return $"KbnetInline{_expressions.Count - 1:D4}Mark";
    }

    /// <summary>A text that becomes lines in the place of its own line: of a key with this text as its value, or of a list's item.</summary>
    /// <param name="lines">Makes the lines, without their indentation, from how deep that is.</param>
    public string Block(Func<int, IEnumerable<string>> lines)
    {
        _blocks.Add(lines);
        return $"KbnetBlock{_blocks.Count - 1:D4}Mark";
    }

    /// <summary>Puts a block into a map, behind what it has.</summary>
    public void AddBlock(JsonObject map, Func<int, IEnumerable<string>> lines)
    {
        var mark = Block(lines);
        map[mark] = mark;
    }

    /// <summary>Puts a block in the place of a key's value, and of the key.</summary>
    public void ReplaceByBlock(JsonObject map, string key, Func<int, IEnumerable<string>> lines)
    {
        var index = map.IndexOf(key);
        var mark = Block(lines);
        map.Remove(key);
        // A list's item begins on the line of its first key, which must not be a block's.
        if (index > 0 || (index == 0 && map.Parent is not JsonArray))
            map.Insert(index, mark, mark);
        else
            map[mark] = mark;
    }

    /// <summary>The lines of a part of an object.</summary>
    public static IEnumerable<string> Lines(JsonNode node) =>
        YamlWriter.Write(node is JsonArray ? $"{{\"list\":{node.ToJsonString()}}}" : node.ToJsonString()).TrimEnd('\n').Split('\n').Skip(node is JsonArray ? 2 : 1);

    /// <summary>The template.</summary>
    /// <param name="manifest">The object with its marks.</param>
    /// <param name="guard">The condition that it is there under; null for always.</param>
    public string Render(JsonObject manifest, string? guard)
    {
        var lines = Expand(Lines(manifest));
        var text = string.Join('\n', [Header, .. guard is null ? lines : [$"{{{{- if {guard} }}}}", .. lines, "{{- end }}"]]) + "\n";
        text = InlineMark().Replace(text, match => $"{{{{ {_expressions[int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)]} }}}}");
        return text.Replace(Braces, "{{ `{{` }}", StringComparison.Ordinal);
    }

    private IEnumerable<string> Expand(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            if (BlockMark().Match(line) is { Success: true } mark)
            {
                var indent = mark.Groups["indent"].Length;
                foreach (var inner in Expand(_blocks[int.Parse(mark.Groups["index"].ValueSpan, CultureInfo.InvariantCulture)](indent)))
                    yield return new string(' ', indent) + inner;
            }
            else
            {
                yield return line;
            }
        }
    }

    /// <summary>A copy whose texts are no expressions, whatever they look like.</summary>
    public static JsonNode? Escaped(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map.Select(pair => KeyValuePair.Create(Escape(pair.Key), Escaped(pair.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Escaped)]),
        JsonValue value when value.TryGetValue<string>(out var text) => JsonValue.Create(Escape(text)),
        _ => node?.DeepClone(),
    };

    private static string Escape(string text) => text.Replace("{{", Braces, StringComparison.Ordinal);

    [GeneratedRegex("KbnetInline([0-9]{4})Mark", RegexOptions.CultureInvariant)]
    private static partial Regex InlineMark();

    [GeneratedRegex("^(?<indent> *)(?:- )?KbnetBlock(?<index>[0-9]{4})Mark(?:: KbnetBlock[0-9]{4}Mark)?$", RegexOptions.CultureInvariant)]
    private static partial Regex BlockMark();
}
