namespace KubeBuilderNet.Queueing;

/// <summary>The longest wait that any of several limiters sets. Follows <c>workqueue.MaxOfRateLimiter</c>.</summary>
/// <typeparam name="T">The items' type.</typeparam>
public sealed class MaxOfRateLimiter<T>(params IReadOnlyList<IRateLimiter<T>> limiters) : IRateLimiter<T>
    where T : notnull
{
    /// <summary>What controllers use: 5 ms doubling to 1000 s for each item, 10 a second with bursts of 100 for all.</summary>
    public static MaxOfRateLimiter<T> ForControllers(TimeProvider? time = null) =>
        new(new ExponentialRateLimiter<T>(), new TokenBucketRateLimiter<T>(10, 100, time));

    /// <inheritdoc/>
    public TimeSpan When(T item)
    {
        // Each limiter counts, so each is asked.
        var longest = TimeSpan.Zero;
        foreach (var limiter in limiters)
        {
            if (limiter.When(item) is var wait && wait > longest)
                longest = wait;
        }
        return longest;
    }

    /// <inheritdoc/>
    public void Forget(T item)
    {
        foreach (var limiter in limiters)
            limiter.Forget(item);
    }

    /// <inheritdoc/>
    public int NumRequeues(T item) => limiters.Max(limiter => limiter.NumRequeues(item));
}
