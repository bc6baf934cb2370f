using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;

namespace KubeBuilderNet.Scaffolding.Importing.Reading;

/// <summary>A CustomResourceDefinition as it was read. What is null or empty was not there.</summary>
internal sealed record Crd
{
    public required string Place { get; init; }
    public required string Group { get; init; }
    public required string Kind { get; init; }
    public required string Plural { get; init; }
    public string? Singular { get; init; }
    public string? ListKind { get; init; }
    public EquatableArray<string> ShortNames { get; init; } = EquatableArray<string>.Empty;
    public EquatableArray<string> Categories { get; init; } = EquatableArray<string>.Empty;
    public bool IsClusterScoped { get; init; }
    public IReadOnlyList<KeyValuePair<string, string>> Labels { get; init; } = [];
    public IReadOnlyList<KeyValuePair<string, string>> Annotations { get; init; } = [];
    public CrdConversion? Conversion { get; init; }
    public required IReadOnlyList<CrdVersion> Versions { get; init; }
}

/// <summary>How objects are converted between versions.</summary>
internal sealed record CrdConversion(bool IsWebhook)
{
    public EquatableArray<string> ReviewVersions { get; init; } = EquatableArray<string>.Empty;
    public string? Url { get; init; }
    public string? CaBundle { get; init; }
    public string? ServiceName { get; init; }
    public string? ServiceNamespace { get; init; }
    public string? ServicePath { get; init; }
    public long? ServicePort { get; init; }
}

/// <summary>One version of a definition.</summary>
internal sealed record CrdVersion
{
    public required string Name { get; init; }
    public required Schema Schema { get; init; }
    public bool IsServed { get; init; }
    public bool IsStored { get; init; }
    public bool IsDeprecated { get; init; }
    public string? DeprecationWarning { get; init; }
    public IReadOnlyList<PrintColumn> Columns { get; init; } = [];
    public EquatableArray<string> SelectableFields { get; init; } = EquatableArray<string>.Empty;
    public bool HasSubresources { get; init; }
    public bool HasStatus { get; init; }
    public CrdScale? Scale { get; init; }

    /// <summary>What is left out, because API servers refuse it.</summary>
    public IReadOnlyList<string> Dropped { get; init; } = [];
}

/// <summary>The paths of the scale subresource.</summary>
internal sealed record CrdScale(string SpecPath, string StatusPath, string? SelectorPath);
