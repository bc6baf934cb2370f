using KubeBuilderNet.Generators.Infrastructure;

namespace KubeBuilderNet.Generators.Model;

/// <summary>One node of a structural OpenAPI schema. Immutable and compared by value: it may hold no symbol and no syntax.</summary>
/// <remarks>Members stand in the order in which they are written. What holds any JSON (defaults, bounds, enums) is kept as JSON text.</remarks>
internal sealed record Schema
{
    public static readonly Schema PreserveAnything = new() { PreserveUnknownFields = true };

    public Schema? AdditionalProperties { get; init; }
    public string? Default { get; init; }
    public string? Description { get; init; }
    public EquatableArray<string> Enum { get; init; }
    public bool ExclusiveMaximum { get; init; }
    public bool ExclusiveMinimum { get; init; }
    public string? Format { get; init; }
    public Schema? Items { get; init; }
    public long? MaxItems { get; init; }
    public long? MaxLength { get; init; }
    public long? MaxProperties { get; init; }
    public string? Maximum { get; init; }
    public long? MinItems { get; init; }
    public long? MinLength { get; init; }
    public long? MinProperties { get; init; }
    public string? Minimum { get; init; }
    public string? Pattern { get; init; }
    public EquatableArray<SchemaProperty> Properties { get; init; }
    public EquatableArray<string> Required { get; init; }
    public string? Type { get; init; }
    public bool IntOrString { get; init; }
    public EquatableArray<string> ListMapKeys { get; init; }
    public string? ListType { get; init; }
    public string? MapType { get; init; }
    public bool PreserveUnknownFields { get; init; }
}

/// <summary>A property of an object's schema, by its JSON name.</summary>
internal sealed record SchemaProperty(string Name, Schema Schema);
