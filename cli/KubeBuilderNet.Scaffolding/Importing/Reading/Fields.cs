using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using KubeBuilderNet.Generators.Infrastructure;
using JsonValue = System.Text.Json.Nodes.JsonValue;

namespace KubeBuilderNet.Scaffolding.Importing.Reading;

/// <summary>A JSON object whose fields have types. A field of the wrong type is an error that names where it is.</summary>
/// <param name="Json">The object.</param>
/// <param name="Place">The file, and the way from its root to the object.</param>
internal sealed record Fields(JsonObject Json, string Place)
{
    public bool Has(string name) => Json[name] is not null;

    /// <summary>A text; null when there is none or an empty one, which Kubernetes takes for none.</summary>
    public string? Text(string name) => Json[name] switch
    {
        null => null,
        JsonValue value when value.TryGetValue<string>(out var text) => text.Length > 0 ? text : null,
        _ => throw Wrong(name, "a text"),
    };

    public string RequiredText(string name) => Text(name) ?? throw new ScaffoldException($"{Place}.{name} is missing");

    public bool Flag(string name) => Json[name] switch
    {
        null => false,
        JsonValue value when value.TryGetValue<bool>(out var flag) => flag,
        _ => throw Wrong(name, "true or false"),
    };

    public long? Integer(string name) => Json[name] switch
    {
        null => null,
        JsonValue value when value.TryGetValue<long>(out var number) => number,
        JsonValue value when value.TryGetValue<double>(out var number) && number == Math.Floor(number) && Math.Abs(number) < 1e15 => (long)number,
        _ => throw Wrong(name, "a whole number"),
    };

    /// <summary>A number in one spelling: <c>1</c> for <c>1.0</c>.</summary>
    public string? Number(string name) => Json[name] switch
    {
        null => null,
        JsonValue value when value.GetValueKind() == JsonValueKind.Number => Canonical(value),
        _ => throw Wrong(name, "a number"),
    };

    /// <summary>Any value as JSON; null when there is none.</summary>
    public string? Any(string name) => Json[name] is { } value ? JsonText.Of(value) : null;

    public EquatableArray<string> Texts(string name) => Items(name)
        .Select(item => item is JsonValue value && value.TryGetValue<string>(out var text) ? text : throw Wrong(name, "a list of texts"))
        .ToEquatableArray();

    public EquatableArray<string> Values(string name) => Items(name).Select(JsonText.Of).ToEquatableArray();

    public Fields? Object(string name) => Json[name] switch
    {
        null => null,
        JsonObject map => new Fields(map, $"{Place}.{name}"),
        _ => throw Wrong(name, "an object"),
    };

    public IEnumerable<Fields> Objects(string name) => Items(name).Select((item, index) => item is JsonObject map
        ? new Fields(map, $"{Place}.{name}[{index}]")
        : throw Wrong(name, "a list of objects"));

    public IReadOnlyList<KeyValuePair<string, string>> TextMap(string name) => Object(name) is { } map
        ? [.. map.Json.Select(entry => KeyValuePair.Create(entry.Key, map.Text(entry.Key) ?? "")).OrderBy(entry => entry.Key, StringComparer.Ordinal)]
        : [];

    private JsonArray Items(string name) => Json[name] switch
    {
        null => [],
        JsonArray list => list,
        _ => throw Wrong(name, "a list"),
    };

    private ScaffoldException Wrong(string name, string expected) =>
        new($"{Place}.{name} must be {expected}, and is {JsonText.Shortened(Json[name])}");

    private static string Canonical(JsonValue value) =>
        value.TryGetValue<long>(out var integer) ? integer.ToString(CultureInfo.InvariantCulture)
        : value.TryGetValue<double>(out var number) && number == Math.Floor(number) && Math.Abs(number) < 1e15
            ? ((long)number).ToString(CultureInfo.InvariantCulture)
            : JsonText.Of(value);
}
