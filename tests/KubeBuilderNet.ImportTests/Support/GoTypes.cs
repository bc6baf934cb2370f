using System.Text.Json;
using System.Text.Json.Nodes;

namespace KubeBuilderNet.ImportTests.Support;

/// <summary>What is left of a definition once it was decoded into k8s.io/apiextensions-apiserver's v1 types and encoded again.</summary>
/// <remarks>The types' <c>omitempty</c> drops false, "", 0 and empty lists of plain fields; fields behind a pointer are kept, null is none.</remarks>
internal static class GoTypes
{
    // Behind pointers: a zero or an empty object says something.
    private static readonly HashSet<string> Pointers = new(StringComparer.Ordinal)
    {
        "minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties", "minimum", "maximum", "multipleOf",
        "subresources", "status", "conversion", "items", "additionalProperties", "not", "default", "example",
    };

    private static readonly HashSet<string> AnyJson = new(StringComparer.Ordinal) { "default", "example", "enum" };
    private static readonly HashSet<string> Sets = new(StringComparer.Ordinal) { "required" };

    public static JsonObject RoundTrip(JsonObject crd)
    {
        var metadata = crd["metadata"]!.AsObject();
        var kept = new JsonObject
        {
            ["apiVersion"] = crd["apiVersion"]!.DeepClone(),
            ["kind"] = crd["kind"]!.DeepClone(),
            ["metadata"] = new JsonObject
            {
                ["name"] = metadata["name"]!.DeepClone(),
                ["labels"] = metadata["labels"]?.DeepClone(),
                ["annotations"] = metadata["annotations"]?.DeepClone(),
            },
            ["spec"] = crd["spec"]!.DeepClone(),
        };
        var result = Clean(kept)!.AsObject();
        // Versions are told apart by name: their order says nothing.
        var versions = result["spec"]!["versions"]!.AsArray();
        result["spec"]!["versions"] = new JsonArray([.. versions.OrderBy(version => (string)version!["name"]!, StringComparer.Ordinal).Select(version => version!.DeepClone())]);
        return result;
    }

    private static JsonNode? Clean(JsonNode? node, bool isMap = false) => node switch
    {
        JsonObject map => new JsonObject(map.Select(field => Field(field.Key, field.Value, isMap)).Where(field => field.Value is not null)),
        JsonArray list => new JsonArray([.. list.Select(item => Clean(item))]),
        _ => node?.DeepClone(),
    };

    private static KeyValuePair<string, JsonNode?> Field(string name, JsonNode? value, bool isMap)
    {
        if (value is null)
            return new(name, null);
        if (isMap)
            return new(name, Clean(value));
        if (AnyJson.Contains(name) && value is not JsonArray { Count: 0 })
            return new(name, value.DeepClone());
        if (Sets.Contains(name) && value is JsonArray set)
            value = new JsonArray([.. set.Select(item => item!.ToString()).Distinct().Order(StringComparer.Ordinal).Select(item => JsonValue.Create(item))]);
        var clean = Clean(value, isMap: name == "properties");
        return new(name, !Pointers.Contains(name) && IsZero(clean) ? null : clean);
    }

    private static bool IsZero(JsonNode? node) => node switch
    {
        null => true,
        JsonArray list => list.Count == 0,
        JsonObject map => map.Count == 0,
        _ => node.GetValueKind() switch
        {
            JsonValueKind.String => node.GetValue<string>().Length == 0,
            JsonValueKind.False => true,
            JsonValueKind.Number => double.Parse(node.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture) == 0,
            _ => false,
        },
    };
}
