using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace KubeBuilderNet.Client.Applying;

/// <summary>The JSON of an <see cref="ApplyConfiguration"/>, field by field. What is null isn't there.</summary>
/// <remarks>For generated code: it has a method for each shape that a property can have, so that nothing needs reflection.</remarks>
public sealed class ApplyFields
{
    private readonly JsonSerializerOptions _options;

    internal ApplyFields(JsonObject json, JsonSerializerOptions options) => (Json, _options) = (json, options);

    internal JsonObject Json { get; }

    /// <summary>Adds a value that is sent as it is: a text, a list of texts, a model of KubernetesClient.</summary>
    public void Set<T>(string name, T? value)
        where T : class
    {
        if (value is not null)
            Json[name] = JsonSerializer.SerializeToNode(value, TypeInfo<T>());
    }

    /// <summary>Adds a number, a truth value, an enum or a point in time.</summary>
    public void SetValue<T>(string name, T? value)
        where T : struct
    {
        if (value is { } set)
            Json[name] = JsonSerializer.SerializeToNode(set, TypeInfo<T>());
    }

    /// <summary>Adds a part with those of its fields that are set.</summary>
    public void SetPart(string name, ApplyConfiguration? part)
    {
        if (part is not null)
            Json[name] = Node(part);
    }

    /// <summary>Adds a list of parts.</summary>
    public void SetParts<T>(string name, IEnumerable<T>? parts)
        where T : ApplyConfiguration
    {
        if (parts is not null)
            Json[name] = new JsonArray([.. parts.Select(Node)]);
    }

    /// <summary>Adds parts by their names.</summary>
    public void SetMap<T>(string name, IEnumerable<KeyValuePair<string, T>>? parts)
        where T : ApplyConfiguration
    {
        if (parts is not null)
            Json[name] = new JsonObject(parts.Select(part => KeyValuePair.Create<string, JsonNode?>(part.Key, Node(part.Value))));
    }

    /// <summary>The value of a field; null when it isn't there.</summary>
    /// <exception cref="JsonException">It doesn't fit the type; the message names the path.</exception>
    public T? Get<T>(string name)
        where T : class => Json[name] is { } value ? value.Deserialize(TypeInfo<T>()) : null;

    /// <summary>The number, truth value, enum or point in time of a field; null when it isn't there.</summary>
    /// <exception cref="JsonException">It doesn't fit the type; the message names the path.</exception>
    public T? GetValue<T>(string name)
        where T : struct => Json[name] is { } value ? value.Deserialize(TypeInfo<T>()) : null;

    /// <summary>The part of a field; null when it isn't there.</summary>
    public T? GetPart<T>(string name)
        where T : ApplyConfiguration, new() => Json[name] is JsonObject part ? Part<T>(part) : null;

    /// <summary>The parts of a list; null when it isn't there.</summary>
    public IList<T>? GetParts<T>(string name)
        where T : ApplyConfiguration, new() => Json[name] is JsonArray parts ? [.. parts.OfType<JsonObject>().Select(Part<T>)] : null;

    /// <summary>Parts by their names; null when the field isn't there.</summary>
    public IDictionary<string, T>? GetMap<T>(string name)
        where T : ApplyConfiguration, new() => (Json[name] as JsonObject)?
            .Where(static part => part.Value is JsonObject)
            .ToDictionary(static part => part.Key, part => Part<T>((JsonObject)part.Value!), StringComparer.Ordinal);

    private JsonNode Node(ApplyConfiguration part)
    {
        var fields = new ApplyFields([], _options);
        part.WriteFields(fields);
        return fields.Json;
    }

    private T Part<T>(JsonObject json)
        where T : ApplyConfiguration, new()
    {
        var part = new T();
        part.ReadFields(new ApplyFields(json, _options));
        return part;
    }

    private JsonTypeInfo<T> TypeInfo<T>() => (JsonTypeInfo<T>)_options.GetTypeInfo(typeof(T));
}
