namespace KubeBuilderNet.Caching;

/// <summary>How long a watch may last, and how long it may say nothing before its connection is taken for dead.</summary>
/// <remarks>
/// The client's pings find most dead connections sooner. Servers that send bookmarks send one a minute, so that silence longer than that is
/// a sign as well; a list that is streamed has no pauses.
/// </remarks>
internal sealed class WatchLimits : IDisposable
{
    private static readonly TimeSpan MinWatch = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestQuiet = TimeSpan.FromSeconds(100);
    private readonly CancellationTokenSource _overdue;
    private readonly CancellationTokenSource _silent;
    private readonly CancellationTokenSource _any;

    internal WatchLimits(TimeProvider time, CancellationToken cancellationToken)
    {
        // Spread, so that the watches of many programs don't all end at once.
        Limit = MinWatch * (1 + Random.Shared.NextDouble());
        _overdue = new CancellationTokenSource(Limit + Grace, time);
        _silent = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        _any = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _overdue.Token, _silent.Token);
    }

    /// <summary>When the server is to end the watch.</summary>
    internal TimeSpan Limit { get; }

    /// <summary>Is cancelled when the watch is to be left.</summary>
    internal CancellationToken Token => _any.Token;

    /// <summary>Whether nothing came for too long.</summary>
    internal bool IsSilent => _silent.IsCancellationRequested;

    /// <summary>Something came, or the watch begins: how long until the next?</summary>
    internal void Expect(bool isStreamingList, bool getsBookmarks) =>
        _silent.CancelAfter(isStreamingList ? LongestPause : getsBookmarks ? LongestQuiet : Timeout.InfiniteTimeSpan);

    public void Dispose()
    {
        _any.Dispose();
        _overdue.Dispose();
        _silent.Dispose();
    }
}
