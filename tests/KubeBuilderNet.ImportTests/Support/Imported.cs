using System.Text.Json.Nodes;
using KubeBuilderNet.Scaffolding.Importing;
using KubeBuilderNet.Scaffolding.Importing.Reading;
using KubeBuilderNet.Scaffolding.Tests.Support;

namespace KubeBuilderNet.ImportTests.Support;

/// <summary>Definitions, the classes that they became, and the definitions that building those gives.</summary>
internal sealed record Imported(IReadOnlyList<JsonObject> Definitions, IReadOnlyDictionary<string, string> Sources)
{
    /// <summary>How many attributes carry a schema as JSON.</summary>
    public int RawSchemas => Sources.Values.Sum(source => source.Split("[RawSchema(").Length - 1);

    public static Imported From(string name, string text)
    {
        var definitions = CrdFile.Read(name, text);
        var plan = ImportScaffold.Plan(new MemoryFileSystem(), new ImportOptions { Source = name, Definitions = definitions, Namespace = "Imported" });
        return new Imported(definitions, plan.Changes.ToDictionary(change => change.Path, change => change.After, StringComparer.Ordinal));
    }

    /// <summary>Builds the classes; what differs between the definitions and those of the build, a line each.</summary>
    public IReadOnlyList<string> Differences()
    {
        var (manifests, problems) = Build.Run(Sources);
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
