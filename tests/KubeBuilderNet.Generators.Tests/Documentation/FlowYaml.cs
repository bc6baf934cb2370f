using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace KubeBuilderNet.Generators.Tests.Documentation;

/// <summary>YAML on one line, as few quotes as it takes.</summary>
internal static partial class FlowYaml
{
    public static string Member(string key, JsonNode? value) => $"{key}: {Write(value)}";

    public static string Write(JsonNode? node) => node switch
    {
        null => "null",
        JsonObject o => $"{{{string.Join(", ", o.Select(pair => Member(pair.Key, pair.Value)))}}}",
        JsonArray a => $"[{string.Join(", ", a.Select(Write))}]",
        JsonValue value when value.GetValueKind() == JsonValueKind.String && Plain().IsMatch(value.GetValue<string>()) => value.GetValue<string>(),
        _ => node.ToJsonString(Relaxed),
    };

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [GeneratedRegex("^(?!(?i:y|n|yes|no|on|off|true|false|null)$)[A-Za-z/.][A-Za-z0-9 /._-]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();
}
