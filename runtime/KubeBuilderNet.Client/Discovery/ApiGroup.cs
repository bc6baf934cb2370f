namespace KubeBuilderNet.Client.Discovery;

/// <summary>A group of the API with its versions, the preferred one first.</summary>
/// <param name="Name">The group's name; empty for the core group.</param>
/// <param name="Versions">What it serves.</param>
public sealed record ApiGroup(string Name, IReadOnlyList<ApiVersion> Versions)
{
    /// <summary>The version that clients should use; empty when the group has none.</summary>
    public string PreferredVersion => Versions.Count > 0 ? Versions[0].Name : "";
}

/// <summary>A version of a group.</summary>
/// <param name="Name">Its name, such as <c>v1beta1</c>.</param>
/// <param name="Resources">What it serves.</param>
public sealed record ApiVersion(string Name, IReadOnlyList<ApiResource> Resources)
{
    /// <summary>Why the resources aren't known or may be old, as when the extension server behind them doesn't answer; null when all is well.</summary>
    public string? Failure { get; init; }
}
