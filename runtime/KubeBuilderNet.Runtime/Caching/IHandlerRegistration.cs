namespace KubeBuilderNet.Caching;

/// <summary>A handler's place at an informer. Disposing it takes the handler away: it hears of nothing more after the call it may be in.</summary>
/// <remarks>Follows client-go's <c>cache.ResourceEventHandlerRegistration</c>.</remarks>
public interface IHandlerRegistration : IDisposable
{
    /// <summary>Whether the handler has been told of all objects that were there when it came, or when the informer began.</summary>
    bool HasSynced { get; }

    /// <summary>Ends once <see cref="HasSynced"/> is true.</summary>
    Task WaitForSyncAsync(CancellationToken cancellationToken);
}
