namespace KubeBuilderNet.Client;

/// <summary>How an object is deleted.</summary>
public sealed record DeleteOptions
{
    /// <summary>What happens to objects that it owns: <c>Background</c>, <c>Foreground</c> or <c>Orphan</c>; null for the kind's default.</summary>
    public string? PropagationPolicy { get; init; }

    /// <summary>How long the object may take to end; null for its own default.</summary>
    public long? GracePeriodSeconds { get; init; }

    /// <summary>Delete only the object of this uid, not another of the same name.</summary>
    public string? Uid { get; init; }

    /// <summary>Delete only if the object is still at this version; else a conflict.</summary>
    public string? ResourceVersion { get; init; }

    /// <summary>Check only, delete nothing.</summary>
    public bool DryRun { get; init; }
}
