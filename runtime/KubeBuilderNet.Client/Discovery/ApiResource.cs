namespace KubeBuilderNet.Client.Discovery;

/// <summary>A resource that the API server serves.</summary>
public sealed record ApiResource
{
    /// <summary>The resource's plural in paths, its kind and its scope.</summary>
    public required ResourceDefinition Definition { get; init; }

    /// <summary>The name of one object's resource, such as <c>deployment</c>.</summary>
    public string Singular { get; init; } = "";

    /// <summary>What may be done with it: <c>get</c>, <c>list</c>, <c>watch</c>...</summary>
    public IReadOnlyList<string> Verbs { get; init; } = [];

    /// <summary>Other names for people who type: <c>deploy</c>.</summary>
    public IReadOnlyList<string> ShortNames { get; init; } = [];

    /// <summary>The groups of resources that it belongs to, such as <c>all</c>.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>What lies below its objects: <c>status</c>, <c>scale</c>...</summary>
    public IReadOnlyList<ApiSubresource> Subresources { get; init; } = [];

    /// <summary>Whether a name is its plural, its singular or a short name of it.</summary>
    public bool IsNamed(string name) => Definition.Plural == name || Singular == name || ShortNames.Contains(name, StringComparer.Ordinal);
}

/// <summary>What lies below the objects of a resource.</summary>
/// <param name="Name">Its name in paths, such as <c>scale</c>.</param>
/// <param name="Kind">The kind of what it holds, such as Scale of autoscaling/v1.</param>
/// <param name="Verbs">What may be done with it.</param>
public sealed record ApiSubresource(string Name, GroupVersionKind Kind, IReadOnlyList<string> Verbs);
