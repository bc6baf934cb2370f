namespace KubeBuilderNet.Queueing;

/// <summary>The work queue whose failed items come again after a wait that a rate limiter sets.</summary>
/// <param name="limiter">Sets the waits.</param>
/// <param name="time">The clock; null for the system's.</param>
/// <typeparam name="T">The items' type.</typeparam>
public class RateLimitingQueue<T>(IRateLimiter<T> limiter, TimeProvider? time = null) : DelayingQueue<T>(time), IRateLimitingQueue<T>
    where T : notnull
{
    /// <summary>Sets the waits.</summary>
    private protected IRateLimiter<T> Limiter => limiter;

    /// <inheritdoc/>
    public virtual void AddRateLimited(T item) => AddAfter(item, limiter.When(item));

    /// <inheritdoc/>
    public void Forget(T item) => limiter.Forget(item);

    /// <inheritdoc/>
    public int NumRequeues(T item) => limiter.NumRequeues(item);
}
