using KubeBuilderNet.Client.Rest;

namespace KubeBuilderNet.Client.Watching;

/// <summary>Ends the wait for a watch's next bytes when they may never come, so that the watch can go on over another connection.</summary>
/// <remarks>
/// .NET pings the connections in its pool alone: not one that the server has told to go away, not one whose streams are all taken, and none
/// that speaks HTTP/1.1. Which connection a watch has, nobody is told. So a watch that was silent for as long as a ping may take is left
/// when one of the client's connections was, too. Where all are pinged that doesn't happen.
/// </remarks>
internal sealed class WatchPulse : IDisposable
{
    private const long NotWaiting = long.MaxValue;
    private readonly OpenConnections _connections;
    private readonly Action _leave;
    private readonly TimeSpan _patience;
    private readonly ITimer _timer;
    private long _waitingSince = NotWaiting;

    internal WatchPulse(OpenConnections connections, Action leave)
    {
        (_connections, _leave) = (connections, leave);
        // Spread, so that many watches don't come back at once.
        _patience = connections.Patience * (1 + 0.1 * Random.Shared.NextDouble());
        _timer = connections.Time.CreateTimer(static pulse => ((WatchPulse)pulse!).Check(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer.Change(_patience, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The watch waits for bytes.</summary>
    internal void Wait() => Volatile.Write(ref _waitingSince, _connections.Time.GetTimestamp());

    /// <summary>Some came.</summary>
    internal void Beat() => Volatile.Write(ref _waitingSince, NotWaiting);

    public void Dispose() => _timer.Dispose();

    private void Check()
    {
        var silence = Silence();
        try
        {
            if (silence >= _patience)
                _leave();
            else
                _timer.Change(_patience - silence, Timeout.InfiniteTimeSpan);
        }
        catch (ObjectDisposedException)
        {
            // The watch has ended by itself at this moment.
        }
    }

    private TimeSpan Silence()
    {
        var since = Volatile.Read(ref _waitingSince);
        if (since == NotWaiting)
            return TimeSpan.Zero;
        var (own, all) = (_connections.Time.GetElapsedTime(since), _connections.LongestSilence);
        return own < all ? own : all;
    }
}
