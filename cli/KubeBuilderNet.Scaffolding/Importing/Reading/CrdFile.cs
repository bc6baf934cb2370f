using System.Text.Json.Nodes;
using KubeBuilderNet.Scaffolding.Yaml;

namespace KubeBuilderNet.Scaffolding.Importing.Reading;

/// <summary>Finds the CustomResourceDefinitions in a text: YAML or JSON, of several documents, lists among them.</summary>
public static class CrdFile
{
    private const string Kind = "CustomResourceDefinition";
    private const string Version = "apiextensions.k8s.io/v1";

    /// <summary>All definitions of a text. Objects of other kinds are passed over.</summary>
    /// <param name="name">Where the text comes from, for messages.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="ScaffoldException">There is none, or one of a version that Kubernetes doesn't serve any more.</exception>
    public static IReadOnlyList<JsonObject> Read(string name, string text)
    {
        var documents = YamlJson.Parse(name, text);
        var definitions = documents.SelectMany(Flatten).Where(map => IsDefinition(name, map)).ToList();
        return definitions.Count > 0 ? definitions : throw new ScaffoldException($"{name} has no {Kind} in it: {Contents(documents)}");
    }

    private static IEnumerable<JsonObject> Flatten(JsonNode? document) => document switch
    {
        JsonObject map when map["items"] is JsonArray items && Text(map, "kind")?.EndsWith("List", StringComparison.Ordinal) == true =>
            items.SelectMany(item => Flatten(Inherit(map, item))),
        JsonObject map => [map],
        _ => [],
    };

    // The items of a typed list leave out what the list says of them all.
    private static JsonNode? Inherit(JsonObject list, JsonNode? item)
    {
        if (item is JsonObject map && Text(list, "kind") == Kind + "List" && !map.ContainsKey("kind"))
        {
            map["kind"] = Kind;
            map["apiVersion"] = Text(list, "apiVersion");
        }
        return item;
    }

    private static bool IsDefinition(string name, JsonObject map)
    {
        if (Text(map, "kind") != Kind)
            return false;
        var version = Text(map, "apiVersion");
        return version == Version ? true : throw new ScaffoldException(
            $"{name}: a {Kind} of {version ?? "no apiVersion"}, and this reads {Version}: let a cluster of Kubernetes 1.16 to 1.21 convert it, or ask its project for a newer one");
    }

    private static string Contents(IReadOnlyList<JsonNode> documents) => documents.Count == 0
        ? "it is empty"
        : "it holds " + string.Join(", ", documents.SelectMany(Flatten).Select(map => Text(map, "kind") ?? "an object without a kind").Distinct().DefaultIfEmpty("no object"));

    private static string? Text(JsonObject map, string name) => map[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
