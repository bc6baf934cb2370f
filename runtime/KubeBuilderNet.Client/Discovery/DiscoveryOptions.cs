namespace KubeBuilderNet.Client.Discovery;

/// <summary>How long what an API server serves is remembered, and where.</summary>
public sealed record DiscoveryOptions
{
    /// <summary>A folder for what was found, shared by all programs that name it; null to keep it in memory only.</summary>
    /// <value>Default: null. A tool on somebody's machine may say <see cref="UserCacheFolder"/>.</value>
    public string? CacheFolder { get; init; }

    /// <summary>How old it may be before it is asked for again.</summary>
    /// <value>Default: 6 hours, as kubectl.</value>
    public TimeSpan TimeToLive { get; init; } = TimeSpan.FromHours(6);

    /// <summary>The folder for caches of Kubernetes' tools: below <c>KUBECACHEDIR</c>, else below <c>~/.kube/cache</c>.</summary>
    public static string UserCacheFolder => Path.Combine(
        Environment.GetEnvironmentVariable("KUBECACHEDIR") is { Length: > 0 } named
            ? named
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".kube", "cache"),
        "kubebuildernet");
}
