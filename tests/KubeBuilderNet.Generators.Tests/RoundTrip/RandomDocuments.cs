using System.Text.Json;
using System.Text.Json.Nodes;

namespace KubeBuilderNet.Generators.Tests.RoundTrip;

/// <summary>Makes random JSON that fits a schema: what a user may write and an API server accepts.</summary>
internal sealed class RandomDocuments(int seed)
{
    private static readonly string[] Texts = ["", "a", "yes", "1e3", "é😀", "x y"];
    private static readonly string[] Quantities = ["1", "+.5", "5.", "100m", "1.5Gi", "1E3", "2e-3", "3k", "-7Mi"];
    private static readonly string[] Durations = ["0", "1h30m", "-1.5s", "+.5m", "100us", "1µs", "3.m"];
    private static readonly string[] Times = ["2026-11-23T01:02:03Z", "2026-11-23T01:02:03.123456789Z", "2026-11-23T01:02:03+05:45", "0001-01-01T00:00:00Z"];

    private readonly Random _random = new(seed);

    public JsonNode Make(JsonElement schema)
    {
        if (Is(schema, "x-kubernetes-int-or-string"))
            return _random.Next(2) == 0 ? _random.Next() : schema.TryGetProperty("pattern", out _) ? Pick(Quantities) : Pick(Texts);
        if (schema.TryGetProperty("enum", out var values))
            return JsonNode.Parse(Pick([.. values.EnumerateArray()]).GetRawText())!;
        return schema.TryGetProperty("type", out var type) ? OfType(type.GetString()!, schema) : Pick(["{}", "[]", "\"x\"", "7", "false"]) is var any ? JsonNode.Parse(any)! : null!;
    }

    private JsonNode OfType(string type, JsonElement schema) => type switch
    {
        "boolean" => _random.Next(2) == 0,
        "string" => Text(schema),
        "integer" => Integer(schema),
        "number" => Number(schema),
        "array" => new JsonArray([.. Enumerable.Range(0, _random.Next(3)).Select(_ => Make(schema.GetProperty("items")))]),
        _ => Object(schema),
    };

    private JsonObject Object(JsonElement schema)
    {
        var made = new JsonObject();
        if (schema.TryGetProperty("additionalProperties", out var values))
        {
            for (var i = _random.Next(3); i > 0; i--)
                made[Pick(Texts)] = Make(values);
        }
        if (!schema.TryGetProperty("properties", out var properties))
            return made;
        var required = schema.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(name => name.GetString()).ToHashSet() : [];
        foreach (var property in properties.EnumerateObject().Where(property => required.Contains(property.Name) || _random.Next(2) == 0))
            made[property.Name] = Make(property.Value);
        return made;
    }

    private string Text(JsonElement schema)
    {
        var format = schema.TryGetProperty("format", out var named) ? named.GetString() : null;
        return format switch
        {
            "date-time" => Pick(Times),
            "date" => Pick(["2026-11-23", "0001-01-01", "9999-12-31"]),
            "byte" => Pick(["", "AA==", "SGVsbG8="]),
            "uuid" => Pick(["00000000-0000-0000-0000-000000000000", "ABCDEF01-2345-6789-abcd-ef0123456789"]),
            _ when schema.TryGetProperty("maxLength", out _) => Pick(["a", "é", " "]),
            _ when schema.TryGetProperty("pattern", out _) => Pick(Durations),
            _ => Pick(Texts),
        };
    }

    private long Integer(JsonElement schema)
    {
        var isInt32 = schema.TryGetProperty("format", out var format) && format.GetString() == "int32";
        var minimum = schema.TryGetProperty("minimum", out var least) ? least.GetInt64() : isInt32 ? int.MinValue : long.MinValue;
        var maximum = schema.TryGetProperty("maximum", out var most) ? most.GetInt64() : isInt32 ? int.MaxValue : long.MaxValue;
        return Pick([minimum, maximum, minimum / 2 + maximum / 2]);
    }

    private double Number(JsonElement schema) => schema.TryGetProperty("maximum", out var most)
        ? Pick([0, -1.5, most.GetDouble(), -most.GetDouble()])
        : schema.TryGetProperty("format", out var format) && format.GetString() == "float" ? Pick([0, -1.5, 3e38]) : Pick([0, -1.5, 1e300, 1e-300]);

    private static bool Is(JsonElement schema, string name) => schema.TryGetProperty(name, out var flag) && flag.ValueKind == JsonValueKind.True;

    private T Pick<T>(T[] of) => of[_random.Next(of.Length)];
}
