namespace KubeBuilderNet.Queueing;

/// <summary>Limits the rate of all items together. Follows <c>workqueue.BucketRateLimiter</c>.</summary>
/// <param name="perSecond">How many items a second, in the long run.</param>
/// <param name="burst">How many at once, after a rest.</param>
/// <param name="time">The clock; null for the system's.</param>
/// <typeparam name="T">The items' type.</typeparam>
public sealed class TokenBucketRateLimiter<T>(double perSecond, int burst, TimeProvider? time = null) : IRateLimiter<T>
{
    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private readonly Lock _gate = new();
    private double _tokens = burst;
    private long _last = (time ?? TimeProvider.System).GetTimestamp();

    /// <inheritdoc/>
    public TimeSpan When(T item)
    {
        lock (_gate)
        {
            var now = _time.GetTimestamp();
            _tokens = Math.Min(burst, _tokens + _time.GetElapsedTime(_last, now).TotalSeconds * perSecond) - 1;
            _last = now;
            return _tokens >= 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(-_tokens / perSecond);
        }
    }

    /// <inheritdoc/>
    public void Forget(T item)
    {
    }

    /// <inheritdoc/>
    public int NumRequeues(T item) => 0;
}
