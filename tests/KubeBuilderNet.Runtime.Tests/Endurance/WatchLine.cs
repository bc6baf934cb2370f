namespace KubeBuilderNet.Runtime.Tests.Endurance;

/// <summary>How a watch ends.</summary>
internal enum WatchCut
{
    None,

    /// <summary>By the server, in good order.</summary>
    Ended,

    /// <summary>The connection breaks.</summary>
    Broken,

    /// <summary>Nothing comes any more, and nobody says why.</summary>
    Silent,
}

/// <summary>An open watch, which can be cut.</summary>
internal sealed class WatchLine(string replica, Action<WatchLine> close, CancellationToken cancellationToken) : IDisposable
{
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
    private int _cut;

    internal string Replica => replica;

    /// <summary>Whether it was the client who ended it: because it was told to stop, or the watch took too long.</summary>
    internal bool WasLeft => cancellationToken.IsCancellationRequested && _cut == (int)WatchCut.None;

    internal CancellationToken Token => _stop.Token;

    internal void Cut(WatchCut how)
    {
        if (Interlocked.CompareExchange(ref _cut, (int)how, (int)WatchCut.None) != (int)WatchCut.None)
            return;
        try
        {
            _stop.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // Its client has left it in this moment.
        }
    }

    /// <summary>The next event; false when the server has ended the watch.</summary>
    internal async ValueTask<bool> NextAsync<T>(IAsyncEnumerator<T> events)
    {
        try
        {
            if (await events.MoveNextAsync() && _cut == (int)WatchCut.None)
                return true;
        }
        catch (OperationCanceledException) when (_cut != (int)WatchCut.None && !cancellationToken.IsCancellationRequested)
        {
            // Told below.
        }
        if (_cut == (int)WatchCut.Silent)
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        return _cut == (int)WatchCut.Broken ? throw new IOException("cut") : false;
    }

    public void Dispose()
    {
        close(this);
        _stop.Dispose();
    }
}
