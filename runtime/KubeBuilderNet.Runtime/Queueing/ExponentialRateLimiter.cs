namespace KubeBuilderNet.Queueing;

/// <summary>Doubles an item's wait with each failure. Follows <c>workqueue.ItemExponentialFailureRateLimiter</c>.</summary>
/// <param name="baseDelay">The first wait; null for 5 ms.</param>
/// <param name="maxDelay">The longest wait; null for 1000 s.</param>
/// <typeparam name="T">The items' type.</typeparam>
public sealed class ExponentialRateLimiter<T>(TimeSpan? baseDelay = null, TimeSpan? maxDelay = null) : IRateLimiter<T>
    where T : notnull
{
    private readonly TimeSpan _base = baseDelay ?? TimeSpan.FromMilliseconds(5);
    private readonly TimeSpan _max = maxDelay ?? TimeSpan.FromSeconds(1000);
    private readonly FailureCounts<T> _failures = new();

    /// <summary>How many items have failed and not been forgotten.</summary>
    internal int Failing => _failures.Count;

    /// <inheritdoc/>
    public TimeSpan When(T item)
    {
        var ticks = _base.Ticks * Math.Pow(2, _failures.Add(item) - 1);
        return ticks >= _max.Ticks ? _max : TimeSpan.FromTicks((long)ticks);
    }

    /// <inheritdoc/>
    public void Forget(T item) => _failures.Forget(item);

    /// <inheritdoc/>
    public int NumRequeues(T item) => _failures[item];
}
