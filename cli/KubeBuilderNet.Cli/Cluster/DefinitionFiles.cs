using System.Text.Json.Nodes;
using KubeBuilderNet.Scaffolding;
using KubeBuilderNet.Scaffolding.Applying;
using KubeBuilderNet.Scaffolding.Yaml;

namespace KubeBuilderNet.Cli.Cluster;

/// <summary>Reads the CRDs that the build wrote.</summary>
internal static class DefinitionFiles
{
    public static IReadOnlyList<Definition> Read(IFileSystem files, string config)
    {
        var folder = $"{config}/crd/bases";
        var definitions = files.List(folder)
            .Where(name => name.EndsWith(".yaml", StringComparison.Ordinal) || name.EndsWith(".yml", StringComparison.Ordinal))
            .Select(name => $"{folder}/{name}")
            .SelectMany(path => YamlJson.Parse(path, files.ReadText(path)).Select(document => ToDefinition(path, document)))
            .ToList();
        return definitions.Count > 0
            ? definitions
            : throw new ScaffoldException($"no CRDs in {folder}: run 'dotnet build' first, in the folder with PROJECT (or pass --config)");
    }

    private static Definition ToDefinition(string path, JsonNode document)
    {
        if (document is JsonObject manifest
            && Text(manifest["kind"]) == "CustomResourceDefinition"
            && Text(manifest["apiVersion"]) == "apiextensions.k8s.io/v1"
            && Text((manifest["metadata"] as JsonObject)?["name"]) is { Length: > 0 } name
            && (manifest["spec"] as JsonObject)?["versions"] is JsonArray versions)
        {
            return new Definition(path, name, string.Join(", ", versions.Select(version => Text((version as JsonObject)?["name"]))), manifest);
        }
        throw new ScaffoldException($"{path} is no CustomResourceDefinition of apiextensions.k8s.io/v1: delete it, then run 'dotnet build'");
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
