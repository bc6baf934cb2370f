namespace KubeBuilderNet.Events;

/// <summary>How many events one object may have: 25 at once, and one more every 5 minutes. Follows client-go's <c>EventSourceObjectSpamFilter</c>.</summary>
internal sealed class SpamLimit(TimeProvider time)
{
    private const double Burst = 25;
    private const int MaxObjects = 10_000;
    private static readonly TimeSpan Refill = TimeSpan.FromMinutes(5);
    private readonly record struct Bucket(double Tokens, long At);
    private readonly Dictionary<ObjectReference, Bucket> _buckets = [];

    /// <summary>How many objects are remembered.</summary>
    internal int Count => _buckets.Count;

    internal bool TryTake(ObjectReference regarding)
    {
        var tokens = _buckets.TryGetValue(regarding, out var bucket) ? Tokens(bucket) : Burst;
        if (tokens < 1)
            return false;
        _buckets[regarding] = new Bucket(tokens - 1, time.GetTimestamp());
        return true;
    }

    /// <summary>Forgets objects that have been quiet for long enough, or all when they are too many.</summary>
    internal void Sweep()
    {
        foreach (var (regarding, bucket) in _buckets)
        {
            if (Tokens(bucket) >= Burst)
                _buckets.Remove(regarding);
        }
        if (_buckets.Count > MaxObjects)
            _buckets.Clear();
    }

    private double Tokens(Bucket bucket) => Math.Min(Burst, bucket.Tokens + time.GetElapsedTime(bucket.At) / Refill);
}
