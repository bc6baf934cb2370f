using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace KubeBuilderNet.Caching;

/// <summary>The changes that one handler has yet to hear of: a slow one delays nobody.</summary>
internal sealed class HandlerBuffer<T>(IResourceHandler<T> handler, ILogger log)
    where T : class
{
    private readonly record struct Change(T? Before, T? After, bool Flag);

    private readonly Channel<Change> _changes = Channel.CreateUnbounded<Change>(new UnboundedChannelOptions { SingleReader = true });

    internal void Added(T resource, bool isInInitialList) => _changes.Writer.TryWrite(new Change(null, resource, isInInitialList));

    internal void Updated(T before, T after) => _changes.Writer.TryWrite(new Change(before, after, false));

    internal void Deleted(T resource, bool finalStateUnknown) => _changes.Writer.TryWrite(new Change(resource, null, finalStateUnknown));

    internal async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (await _changes.Reader.WaitToReadAsync(cancellationToken))
            {
                while (_changes.Reader.TryRead(out var change))
                    Tell(change);
            }
        }
        catch (OperationCanceledException)
        {
            // Stopped.
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
            }
        }
        catch (Exception e)
        {
            log.LogError(e, "A handler of {Type} threw; the change is lost to it", typeof(T).Name);
        }
    }
}
