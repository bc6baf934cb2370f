namespace KubeBuilderNet.Client;

/// <summary>Objects as they were at one version.</summary>
/// <typeparam name="T">The objects' class.</typeparam>
public sealed record ResourceList<T>
{
    /// <summary>The objects, each with its apiVersion and kind.</summary>
    public required IReadOnlyList<T> Items { get; init; }

    /// <summary>The objects that don't fit the class. Usually empty.</summary>
    public required IReadOnlyList<UnreadableObject> Unreadable { get; init; }

    /// <summary>The version at which the list was true; a watch goes on from there.</summary>
    public required string ResourceVersion { get; init; }

    /// <summary>The token for the next page; null on the last one.</summary>
    public string? Continue { get; init; }
}
