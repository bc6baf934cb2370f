using System.Text.Json.Nodes;
using KubeBuilderNet.Scaffolding.Importing;
using KubeBuilderNet.Scaffolding.Importing.Reading;
using KubeBuilderNet.Scaffolding.Tests.Support;

namespace KubeBuilderNet.ImportTests.Support;

/// <summary>Definitions, the classes that they became, and the definitions that building those gives.</summary>
internal sealed record Imported(IReadOnlyList<JsonObject> Definitions, IReadOnlyDictionary<string, string> Sources)
{
    private readonly Lazy<(IReadOnlyDictionary<string, string> Manifests, IReadOnlyList<string> Problems)> _built = new(() => Build.Run(Sources));

    /// <summary>What the user is told.</summary>
    public IReadOnlyList<string> Notes { get; private init; } = [];

    /// <summary>How many attributes carry a schema as JSON.</summary>
    public int RawSchemas => Sources.Values.Sum(source => source.Split("[RawSchema(").Length - 1);

    public static Imported From(string name, string text)
    {
        var definitions = CrdFile.Read(name, text);
        var plan = ImportScaffold.Plan(new MemoryFileSystem(), new ImportOptions { Source = name, Definitions = definitions, Namespace = "Imported" });
        return new Imported(definitions, plan.Changes.ToDictionary(change => change.Path, change => change.After!, StringComparer.Ordinal)) { Notes = plan.Notes };
    }

    /// <summary>The definitions that building the classes gives.</summary>
    public IEnumerable<JsonObject> Generated => _built.Value.Manifests.Values.Select(json => JsonNode.Parse(json)!.AsObject());

    /// <summary>What differs between the definitions and those of the build, a line each.</summary>
    public IReadOnlyList<string> Differences()
    {
        var (manifests, problems) = _built.Value;
        if (problems.Count > 0)
            return problems;
        var differences = new List<string>();
        foreach (var definition in Definitions)
        {
            var names = definition["spec"]!["names"]!;
            var path = $"crd/bases/{definition["spec"]!["group"]}_{names["plural"]}.yaml";
            if (manifests.TryGetValue(path, out var json))
                Difference.Find(GoTypes.RoundTrip(definition), GoTypes.RoundTrip(JsonNode.Parse(json)!.AsObject()), "", differences);
            else
                differences.Add($"no {path}");
        }
        return differences;
    }
}
