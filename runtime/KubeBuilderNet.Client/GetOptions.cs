namespace KubeBuilderNet.Client;

/// <summary>How one object is read.</summary>
public sealed record GetOptions
{
    /// <summary>How old the answer may be: null for the newest, <c>0</c> for what the server has in its cache.</summary>
    public string? ResourceVersion { get; init; }
}
