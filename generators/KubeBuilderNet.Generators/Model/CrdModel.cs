using KubeBuilderNet.Generators.Infrastructure;

namespace KubeBuilderNet.Generators.Model;

/// <summary>A whole CustomResourceDefinition: its versions, the one of highest priority first.</summary>
internal sealed record CrdModel(ResourceNames Names, EquatableArray<CrdVersion> Versions)
{
    public string Path => $"crd/bases/{Names.Group}_{Names.Plural}.yaml";
}

/// <summary>One version of a definition, and what its class says of the whole.</summary>
internal sealed record CrdVersion
{
    public required ResourceNames Names { get; init; }
    public required string Name { get; init; }
    public required VersionUse Use { get; init; }
    public required Schema Schema { get; init; }
    public required Subresources Subresources { get; init; }
    public EquatableArray<PrintColumn> PrintColumns { get; init; } = EquatableArray<PrintColumn>.Empty;
    public EquatableArray<string> SelectableFields { get; init; } = EquatableArray<string>.Empty;

    /// <summary>The warning of a deprecated version: empty for API servers' own words, null if it isn't deprecated.</summary>
    public string? Deprecation { get; init; }

    public EquatableArray<Pair> Labels { get; init; } = EquatableArray<Pair>.Empty;
    public EquatableArray<Pair> Annotations { get; init; } = EquatableArray<Pair>.Empty;
    public Conversion? Conversion { get; init; }
}

/// <summary>A label or an annotation of the definition itself.</summary>
internal sealed record Pair(string Key, string Value);

/// <summary>The subresources of a version.</summary>
/// <param name="HasStatus">Whether the status is one.</param>
/// <param name="Scale">How it is scaled, if it is.</param>
/// <param name="IsWrittenEmpty">Whether the key stands there even without any.</param>
internal sealed record Subresources(bool HasStatus, Scale? Scale, bool IsWrittenEmpty);

/// <summary>The paths of the scale subresource.</summary>
internal sealed record Scale(string SpecPath, string StatusPath, string? SelectorPath);

/// <summary>How API servers convert between versions; <paramref name="Webhook"/> is null when they change only the version's name.</summary>
internal sealed record Conversion(ConversionWebhook? Webhook);

/// <summary>The webhook that converts, and the versions of ConversionReview that it understands.</summary>
internal sealed record ConversionWebhook(EquatableArray<string> ReviewVersions, WebhookClient Client);
