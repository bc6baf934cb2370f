namespace KubeBuilderNet.Client;

/// <summary>Which objects to list.</summary>
public sealed record ListOptions
{
    /// <summary>The namespace; null for all.</summary>
    public string? Namespace { get; init; }

    /// <summary>Only objects with such labels, as in <c>app=web,tier in (a,b)</c>.</summary>
    public string? LabelSelector { get; init; }

    /// <summary>Only objects with such fields, as in <c>metadata.name=x</c>.</summary>
    public string? FieldSelector { get; init; }

    /// <summary>The most objects to a page.</summary>
    /// <value>Default: 500.</value>
    public int Limit { get; init; } = 500;

    /// <summary>The token of the page before, to read the next one.</summary>
    public string? Continue { get; init; }

    /// <summary>How old the answer may be: null for the newest, <c>0</c> for what the server has in its cache.</summary>
    public string? ResourceVersion { get; init; }

    /// <summary><c>NotOlderThan</c> or <c>Exact</c>, when a resource version is set.</summary>
    public string? ResourceVersionMatch { get; init; }

    /// <summary>How long the server may take for the page, in whole seconds; null for its own limit.</summary>
    public TimeSpan? Timeout { get; init; }
}
