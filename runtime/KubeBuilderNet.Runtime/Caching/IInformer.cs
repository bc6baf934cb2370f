using KubeBuilderNet.Client;

namespace KubeBuilderNet.Caching;

/// <summary>Keeps the cache of one kind, whatever its class.</summary>
public interface IInformer
{
    /// <summary>The kind; where only the resource's name is known, that name stands for it.</summary>
    GroupVersionKind Kind { get; }

    /// <summary>Whether the cache holds all that was there at the start.</summary>
    bool HasSynced { get; }

    /// <summary>What keeps it from being in step with the server; null when nothing does.</summary>
    string? LastError { get; }

    /// <summary>The objects that are there and can't be read; those that were read before stay in the cache as they were.</summary>
    IReadOnlyCollection<UnreadableObject> Unreadable { get; }

    /// <summary>Lists and watches until cancelled. Called once.</summary>
    /// <exception cref="InvalidOperationException">The program changed an object, and that is detected; or it is called again.</exception>
    Task RunAsync(CancellationToken cancellationToken);

    /// <summary>Ends once <see cref="HasSynced"/> is true.</summary>
    Task WaitForSyncAsync(CancellationToken cancellationToken);
}
