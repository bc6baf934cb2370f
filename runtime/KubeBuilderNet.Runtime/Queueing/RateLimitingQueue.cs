namespace KubeBuilderNet.Queueing;

/// <summary>The work queue whose failed items come again after a wait that a rate limiter sets.</summary>
/// <param name="limiter">Sets the waits.</param>
/// <param name="time">The clock; null for the system's.</param>
/// <typeparam name="T">The items' type.</typeparam>
public sealed class RateLimitingQueue<T>(IRateLimiter<T> limiter, TimeProvider? time = null) : DelayingQueue<T>(time), IRateLimitingQueue<T>
    where T : notnull
{
    private long _retries;

    /// <summary>How often an item was added by the limiter.</summary>
    internal long Retries => Volatile.Read(ref _retries);

    /// <inheritdoc/>
    public void AddRateLimited(T item)
    {
        Interlocked.Increment(ref _retries);
        AddAfter(item, limiter.When(item));
    }

    /// <inheritdoc/>
    public void Forget(T item) => limiter.Forget(item);

    /// <inheritdoc/>
    public int NumRequeues(T item) => limiter.NumRequeues(item);
}
