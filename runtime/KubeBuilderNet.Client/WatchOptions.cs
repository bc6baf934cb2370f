namespace KubeBuilderNet.Client;

/// <summary>Which changes to follow.</summary>
public sealed record WatchOptions
{
    /// <summary>The namespace; null for all.</summary>
    public string? Namespace { get; init; }

    /// <summary>Only objects with such labels.</summary>
    public string? LabelSelector { get; init; }

    /// <summary>Only objects with such fields.</summary>
    public string? FieldSelector { get; init; }

    /// <summary>Changes after this version; null for all objects that are there, then their changes.</summary>
    public string? ResourceVersion { get; init; }

    /// <summary>When the server is to end the watch, in its good time; null for the server's own limit.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Whether the server tells from time to time how far it is, without an object.</summary>
    /// <value>Default: true.</value>
    public bool AllowBookmarks { get; init; } = true;

    /// <summary>
    /// Whether the watch begins with all objects that are there, as Added, and a bookmark that ends them: a list as a stream. Servers before
    /// 1.32 refuse it as invalid or know nothing of it.
    /// </summary>
    /// <value>Default: false.</value>
    public bool SendInitialEvents { get; init; }
}
