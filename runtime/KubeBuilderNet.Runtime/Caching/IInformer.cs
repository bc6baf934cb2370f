namespace KubeBuilderNet.Caching;

/// <summary>Keeps the cache of one kind, whatever its class.</summary>
public interface IInformer
{
    /// <summary>The kind.</summary>
    GroupVersionKind Kind { get; }

    /// <summary>Whether the cache holds all that was there at the start.</summary>
    bool HasSynced { get; }

    /// <summary>What keeps it from being in step with the server; null when nothing does.</summary>
    string? LastError { get; }

    /// <summary>Lists and watches until cancelled. Called once.</summary>
    Task RunAsync(CancellationToken cancellationToken);

    /// <summary>Ends once <see cref="HasSynced"/> is true.</summary>
    Task WaitForSyncAsync(CancellationToken cancellationToken);
}
