using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace KubeBuilderNet.Generators.Tests.RoundTrip;

/// <summary>Says where JSON doesn't fit a schema, as an API server would; and where it would prune. Written apart from the product on purpose.</summary>
internal static class SchemaFit
{
    public static IEnumerable<string> Faults(JsonElement value, JsonElement schema, string path = "")
    {
        if (Is(schema, "x-kubernetes-int-or-string"))
            return value.ValueKind == JsonValueKind.String ? OfText(value, schema, path) : OfInteger(value, schema, path);
        var faults = OfEnum(value, schema, path);
        if (!schema.TryGetProperty("type", out var type))
            return Is(schema, "x-kubernetes-preserve-unknown-fields") ? faults : [$"{path}: has no type"];
        return faults.Concat(type.GetString() switch
        {
            "boolean" => Wants(value, path, JsonValueKind.True, JsonValueKind.False),
            "string" => OfText(value, schema, path),
            "integer" => OfInteger(value, schema, path),
            "number" => OfNumber(value, schema, path),
            "array" => OfArray(value, schema, path),
            _ => OfObject(value, schema, path),
        });
    }

    private static IEnumerable<string> OfEnum(JsonElement value, JsonElement schema, string path) =>
        schema.TryGetProperty("enum", out var values) && !values.EnumerateArray().Any(allowed => JsonElement.DeepEquals(allowed, value))
            ? [$"{path}: {value.GetRawText()} is none of {values.GetRawText()}"]
            : [];

    private static IEnumerable<string> OfText(JsonElement value, JsonElement schema, string path)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            yield return $"{path}: {value.GetRawText()} is no string";
            yield break;
        }
        var text = value.GetString()!;
        var length = text.EnumerateRunes().Count();
        if ((schema.TryGetProperty("minLength", out var least) && length < least.GetInt32()) || (schema.TryGetProperty("maxLength", out var most) && length > most.GetInt32()))
            yield return $"{path}: '{text}' has {length} characters";
        // \x{…} is Go's way to write what .NET writes as \u.
        if (schema.TryGetProperty("pattern", out var pattern)
            && !Regex.IsMatch(text, Regex.Replace(pattern.GetString()!, @"\\x\{([0-9a-fA-F]{4})\}", @"\u$1"), RegexOptions.None, TimeSpan.FromSeconds(1)))
        {
            yield return $"{path}: '{text}' doesn't match {pattern}";
        }
        if (schema.TryGetProperty("format", out var format) && !HasFormat(text, format.GetString()!))
            yield return $"{path}: '{text}' has not the format {format}";
    }

    private static bool HasFormat(string text, string format) => format switch
    {
        "date-time" => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out _)
            && Regex.IsMatch(text, @"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$"),
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "byte" => Convert.TryFromBase64String(text, new byte[text.Length], out _),
        "uuid" => Guid.TryParseExact(text, "D", out _),
        _ => true,
    };

    private static IEnumerable<string> OfInteger(JsonElement value, JsonElement schema, string path)
    {
        if (value.ValueKind != JsonValueKind.Number || !BigInteger.TryParse(value.GetRawText(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            yield return $"{path}: {value.GetRawText()} is no integer";
            yield break;
        }
        var isInt32 = schema.TryGetProperty("format", out var format) && format.GetString() == "int32";
        if (number < (isInt32 ? int.MinValue : long.MinValue) || number > (isInt32 ? int.MaxValue : long.MaxValue))
            yield return $"{path}: {number} is beyond {format}";
        foreach (var fault in OfBounds((double)number, schema, path))
            yield return fault;
    }

    private static IEnumerable<string> OfNumber(JsonElement value, JsonElement schema, string path) => value.ValueKind == JsonValueKind.Number
        ? OfBounds(value.GetDouble(), schema, path)
        : [$"{path}: {value.GetRawText()} is no number"];

    private static IEnumerable<string> OfBounds(double number, JsonElement schema, string path)
    {
        if ((schema.TryGetProperty("minimum", out var least) && number < least.GetDouble()) || (schema.TryGetProperty("maximum", out var most) && number > most.GetDouble()))
            yield return $"{path}: {number} is out of bounds";
    }

    private static IEnumerable<string> OfArray(JsonElement value, JsonElement schema, string path) => value.ValueKind == JsonValueKind.Array
        ? value.EnumerateArray().SelectMany((item, index) => Faults(item, schema.GetProperty("items"), $"{path}[{index}]"))
        : [$"{path}: {value.GetRawText()} is no array"];

    private static IEnumerable<string> OfObject(JsonElement value, JsonElement schema, string path)
    {
        if (value.ValueKind != JsonValueKind.Object)
            return [$"{path}: {value.GetRawText()} is no object"];
        var missing = schema.TryGetProperty("required", out var required)
            ? required.EnumerateArray().Where(name => !value.TryGetProperty(name.GetString()!, out _)).Select(name => $"{path}.{name}: is missing")
            : [];
        return missing.Concat(value.EnumerateObject().SelectMany(property => OfProperty(property, schema, path)));
    }

    private static IEnumerable<string> OfProperty(JsonProperty property, JsonElement schema, string path)
    {
        var at = new StringBuilder(path).Append('.').Append(property.Name).ToString();
        if (schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(property.Name, out var known))
            return Faults(property.Value, known, at);
        if (schema.TryGetProperty("additionalProperties", out var values))
            return Faults(property.Value, values, at);
        return Is(schema, "x-kubernetes-preserve-unknown-fields") ? [] : [$"{at}: would be pruned"];
    }

    private static IEnumerable<string> Wants(JsonElement value, string path, params JsonValueKind[] kinds) =>
        kinds.Contains(value.ValueKind) ? [] : [$"{path}: {value.GetRawText()} is no {kinds[0]}"];

    private static bool Is(JsonElement schema, string name) => schema.TryGetProperty(name, out var flag) && flag.ValueKind == JsonValueKind.True;
}
