using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using KubeBuilderNet.Generators.Tests.Infrastructure;

namespace KubeBuilderNet.Generators.Tests.Documentation;

/// <summary>Makes the table of docs/attributes.md: the YAML of each example is what the generators write for it.</summary>
internal sealed partial class AttributeTable(IReadOnlyList<AttributeExample> examples)
{
    private const string Introduction = """
        # Attributes

        What each marker of controller-gen is called here, and what it writes. The table is made by a test, which runs the generator over each example:
        run it with `KBN_ACCEPT=1` to write it anew.

        Attributes of `System.ComponentModel.DataAnnotations` work where they exist. Attributes about a schema stand on a property or on its type, and what
        the property says wins. `At = "items"` speaks of each item of a list, `At = "values"` of each value of a dictionary, and `At = "values.items"` of
        what is inside of both. The docstrings of `KubeBuilderNet.Annotations` say the rest.

        `[GenerateApplyConfiguration]` (`+kubebuilder:ac:generate`) writes no YAML but a class to [apply objects](clients.md#server-side-apply) with.

        """;

    private const string Types = """
        namespace Examples;
        public class Spec { public int? Replicas { get; set; } }
        public class Status { public int? Replicas { get; set; } public string? Selector { get; set; } }
        public class Limits { public string? Cpu { get; set; } }
        public enum Color { Red, [JsonStringEnumMemberName("dark-blue")] DarkBlue }
        [Alternative] public class HasCpu { public required string Cpu { get; set; } }
        [Alternative, MaxProperties(1)] public class Few;
        [Alternative] public class Listed { [Items, MinimumLength(1)] public string? Items { get; set; } }
        """;

    public string Write()
    {
        var source = string.Join("\n", examples.Select(Source));
        var manifests = GeneratorTest.Run(Types + source).Manifests.ToDictionary(pair => pair.Key, pair => JsonNode.Parse(pair.Value)!);
        var text = new StringBuilder(Introduction);
        var section = "";
        for (var i = 0; i < examples.Count; i++)
        {
            var example = examples[i];
            if (section != example.Section)
                text.Append(CultureInfo.InvariantCulture, $"\n## {section = example.Section}\n\n| marker | C# | YAML |\n| --- | --- | --- |\n");
            var markers = example.Markers.Count == 0 ? "-" : string.Join("<br>", example.Markers.Select(marker => Cell("+" + marker)));
            text.Append(CultureInfo.InvariantCulture, $"| {markers} | {Code(example)} | {Yaml(example, i, manifests)} |\n");
        }
        return text.ToString();
    }

    private static string Source(AttributeExample example, int index) => example.Kind switch
    {
        "property" => Resource(index, $"{example.Source} public {example.Host} Value {{ get; set; }} public {example.Host} Plain {{ get; set; }}"),
        "member" => Resource(index, Summary().Replace(example.Source, "\n$1\n")),
        "parent" => Resource(index, $"public T{index}? Value {{ get; set; }}", $"public class T{index} {{ {example.Source} }}"),
        "type" => Resource(
            index,
            $"public T{index}? Value {{ get; set; }} public P{index}? Plain {{ get; set; }}",
            $"{example.Source} public class T{index} {{ public string? A {{ get; set; }} public string? B {{ get; set; }} }} public class P{index} {{ public string? A {{ get; set; }} public string? B {{ get; set; }} }}"),
        "resource" => $"{(example.Code.Contains("[CustomResource(", StringComparison.Ordinal) ? "" : $"[CustomResource(\"apps.example.com\", \"v1\", Kind = \"K{index}\")]")} "
            + $"{(example.Code.StartsWith('[') ? example.Source : "")} public partial class K{index} : {example.Host};",
        _ => "",
    };

    private static string Resource(int index, string members, string types = "") =>
        $"[CustomResource(\"apps.example.com\", \"v1\", Kind = \"K{index}\")] public partial class K{index} : CustomResource<S{index}?>; public class S{index} {{ {members} }} {types}";

    private static string Code(AttributeExample example) => example.Kind switch
    {
        "property" => Cell($"{example.Source} {example.Host}") + (example.Code == example.Source ? "" : "<br>" + Cell(example.Code[(example.Source.Length + 8)..])),
        "type" => Cell($"{example.Code} {example.Host}"),
        "words" when example.Code.Contains('`', StringComparison.Ordinal) => example.Code,
        _ => string.Join("<br>", example.Code.Split("     // ").Select(Cell)),
    };

    private static string Yaml(AttributeExample example, int index, Dictionary<string, JsonNode> manifests) => example.Kind switch
    {
        "words" => example.Where,
        "manifest" => Cell(OfManifest(GeneratorTest.Run(example.Source).Manifests[example.Where])),
        "resource" => string.Join("<br>", example.Where.Split(", ").Select(path => At(Definition(example, index, manifests), path))),
        _ => OfSchema(example, Definition(example, index, manifests)["spec"]!["versions"]![0]!["schema"]!["openAPIV3Schema"]!["properties"]!["spec"]!["properties"]!.AsObject()),
    };

    // All but the version and kind that every such object has.
    private static string OfManifest(string json)
    {
        var manifest = JsonNode.Parse(json)!.AsObject();
        manifest.Remove("apiVersion");
        return FlowYaml.Write(manifest);
    }

    private static JsonNode Definition(AttributeExample example, int index, Dictionary<string, JsonNode> manifests)
    {
        var kind = Kind().Match(example.Code) is { Success: true } match ? match.Groups[1].Value : $"K{index}";
        return manifests.Values.First(manifest => manifest["spec"]?["names"]?["kind"]?.GetValue<string>() == kind);
    }

    private static string OfSchema(AttributeExample example, JsonObject properties)
    {
        var schema = properties.First(property => property.Key != "plain").Value!.AsObject();
        var keys = example.Kind switch
        {
            "parent" => example.Where.Split(", ").Where(schema.ContainsKey),
            "member" => schema.Select(pair => pair.Key).Where(key => key is "default" or "enum" or "description"),
            _ => schema.Select(pair => pair.Key).Where(key => !JsonNode.DeepEquals(schema[key], properties["plain"]![key])),
        };
        var lines = keys.Select(key => FlowYaml.Member(key, schema[key])).ToList();
        return lines.Count == 0 ? "nothing" : string.Join("<br>", lines.Select(Cell));
    }

    private static string At(JsonNode node, string path)
    {
        var names = path.Split('.');
        JsonNode? found = node;
        foreach (var name in names)
            found = found is JsonArray array ? array[int.Parse(name, CultureInfo.InvariantCulture)] : found?[name];
        return found is null ? $"no {Cell(names[^1])}" : Cell(FlowYaml.Member(names[^1], found));
    }

    private static string Cell(string code) => $"`{code.Replace("|", "\\|", StringComparison.Ordinal)}`";

    [GeneratedRegex("^(/// .*?</summary>) ", RegexOptions.CultureInvariant)]
    private static partial Regex Summary();

    [GeneratedRegex("Kind = \"(\\w+)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Kind();
}
