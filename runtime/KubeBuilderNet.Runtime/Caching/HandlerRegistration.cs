using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace KubeBuilderNet.Caching;

/// <summary>A handler and the changes that it has yet to hear of: a slow one delays nobody.</summary>
internal sealed class HandlerRegistration<T>(IResourceHandler<T> handler, Action<HandlerRegistration<T>> remove, ILogger log) : IHandlerRegistration
    where T : class
{
    private readonly record struct Change(T? Before, T? After, bool Flag);

    private readonly Channel<Change> _changes = Channel.CreateUnbounded<Change>(new UnboundedChannelOptions { SingleReader = true });
    private readonly TaskCompletionSource _synced = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _isRemoved;
    private volatile bool _isResyncing;
    private ITimer? _resync;

    public bool HasSynced => _synced.Task.IsCompletedSuccessfully;

    public Task WaitForSyncAsync(CancellationToken cancellationToken) => _synced.Task.WaitAsync(cancellationToken);

    public void Dispose()
    {
        _isRemoved = true;
        remove(this);
        _resync?.Dispose();
        _changes.Writer.TryComplete();
    }

    // The writer of all these holds the informer's lock.
    internal void Added(T resource, bool isInInitialList) => _changes.Writer.TryWrite(new Change(null, resource, isInInitialList));

    internal void Updated(T before, T after) => _changes.Writer.TryWrite(new Change(before, after, false));

    internal void Deleted(T resource, bool finalStateUnknown) => _changes.Writer.TryWrite(new Change(resource, null, finalStateUnknown));

    /// <summary>All that was there has been written.</summary>
    internal void Synced() => _changes.Writer.TryWrite(default);

    /// <summary>Tells of all objects again. Not while it hasn't yet heard of all from the last time.</summary>
    internal void Resync(IReadOnlyList<T> all)
    {
        if (_isResyncing)
            return;
        _isResyncing = true;
        foreach (var item in all)
            Updated(item, item);
        _changes.Writer.TryWrite(new Change(null, null, true));
    }

    internal void ResyncEvery(TimeSpan period, TimeProvider time, Action<HandlerRegistration<T>> resync)
    {
        if (period > TimeSpan.Zero)
            _resync = time.CreateTimer(_ => resync(this), null, period, period);
    }

    internal async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (await _changes.Reader.WaitToReadAsync(cancellationToken))
            {
                while (!_isRemoved && _changes.Reader.TryRead(out var change))
                    Tell(change);
                if (_isRemoved)
                    return;
            }
        }
        catch (OperationCanceledException)
        {
            // Stopped.
        }
        finally
        {
            _resync?.Dispose();
        }
    }

    private void Tell(in Change change)
    {
        try
        {
            switch (change)
            {
                case { Before: null, After: { } added }:
                    handler.OnAdded(added, change.Flag);
                    break;
                case { Before: { } before, After: { } after }:
                    handler.OnUpdated(before, after);
                    break;
                case { Before: { } deleted }:
                    handler.OnDeleted(deleted, change.Flag);
                    break;
                case { Flag: true }:
                    _isResyncing = false;
                    break;
                default:
                    _synced.TrySetResult();
                    break;
            }
        }
        catch (Exception e)
        {
            log.LogError(e, "A handler of {Type} threw; the change is lost to it", typeof(T).Name);
        }
    }
}
