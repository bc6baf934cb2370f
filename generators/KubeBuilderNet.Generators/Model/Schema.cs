using KubeBuilderNet.Generators.Infrastructure;

namespace KubeBuilderNet.Generators.Model;

/// <summary>One node of a structural OpenAPI schema. Immutable and compared by value: it may hold no symbol and no syntax.</summary>
/// <remarks>Members stand in the order in which they are written. What holds any JSON (defaults, bounds, enums) is kept as JSON text.</remarks>
internal sealed record Schema
{
    public static readonly Schema PreserveAnything = new() { PreserveUnknownFields = true };

    public static readonly Schema Empty = new();

    /// <summary>Any JSON may stand in <c>additionalProperties: true</c>: written for this instance.</summary>
    public static readonly Schema Anything = new() { Title = "anything" };

    public Schema? AdditionalProperties { get; init; }
    public EquatableArray<Schema> AllOf { get; init; } = EquatableArray<Schema>.Empty;
    public EquatableArray<Schema> AnyOf { get; init; } = EquatableArray<Schema>.Empty;
    public string? Default { get; init; }
    public string? Description { get; init; }
    public EquatableArray<string> Enum { get; init; } = EquatableArray<string>.Empty;
    public string? Example { get; init; }
    public bool ExclusiveMaximum { get; init; }
    public bool ExclusiveMinimum { get; init; }
    public ExternalDocumentation? ExternalDocs { get; init; }
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
    public string? MultipleOf { get; init; }
    public Schema? Not { get; init; }
    public bool Nullable { get; init; }
    public EquatableArray<Schema> OneOf { get; init; } = EquatableArray<Schema>.Empty;
    public string? Pattern { get; init; }
    public EquatableArray<SchemaProperty> Properties { get; init; } = EquatableArray<SchemaProperty>.Empty;
    public EquatableArray<string> Required { get; init; } = EquatableArray<string>.Empty;
    public string? Title { get; init; }
    public string? Type { get; init; }
    public bool EmbeddedResource { get; init; }
    public bool IntOrString { get; init; }
    public EquatableArray<string> ListMapKeys { get; init; } = EquatableArray<string>.Empty;
    public string? ListType { get; init; }
    public string? MapType { get; init; }
    public bool PreserveUnknownFields { get; init; }
    public EquatableArray<CelRule> CelRules { get; init; } = EquatableArray<CelRule>.Empty;

    /// <summary>Whose type this is the schema of.</summary>
    public SchemaOrigin Origin { get; init; }

    /// <summary>The whole schema as JSON, which then is all that is written.</summary>
    public string? Raw { get; init; }
}

/// <summary>Whose type a schema is of: the build's options say how much of Kubernetes' own is written.</summary>
internal enum SchemaOrigin
{
    Project,
    KubernetesModel,
    ObjectMeta,
}

/// <summary>A property of an object's schema, by its JSON name.</summary>
internal sealed record SchemaProperty(string Name, Schema Schema);
