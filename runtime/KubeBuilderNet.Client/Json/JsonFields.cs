using System.Text.Json.Nodes;

namespace KubeBuilderNet.Client.Json;

/// <summary>Fields of a server's answer, which may leave any of them out.</summary>
internal static class JsonFields
{
    internal static string Text(this JsonObject parent, string field) =>
        parent[field] is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";

    internal static IEnumerable<JsonObject> Objects(this JsonObject parent, string field) => (parent[field] as JsonArray ?? []).OfType<JsonObject>();

    internal static IReadOnlyList<string> Texts(this JsonObject parent, string field) =>
        [.. (parent[field] as JsonArray ?? []).OfType<JsonValue>().Select(static value => value.TryGetValue<string>(out var text) ? text : null).OfType<string>()];

    internal static JsonArray List(IEnumerable<string> texts) => new([.. texts.Select(static text => (JsonNode)text)]);
}
