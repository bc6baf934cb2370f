using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace KubeBuilderNet.Scaffolding.Importing.Reading;

/// <summary>JSON as people write it: compact, and without escapes that aren't needed.</summary>
internal static class JsonText
{
    private const int Shown = 40;

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(JsonNode? node) => node?.ToJsonString(Readable) ?? "null";

    public static string Quoted(string text) => Of(JsonValue.Create(text));

    /// <summary>The text of a JSON string; null when the JSON is something else.</summary>
    public static string? Unquoted(string json) => json.StartsWith('"') ? JsonNode.Parse(json)!.GetValue<string>() : null;

    /// <summary>The beginning of a value, for messages.</summary>
    public static string Shortened(JsonNode? node) => Of(node) is { Length: > Shown } text ? text[..Shown] + "…" : Of(node);
}
