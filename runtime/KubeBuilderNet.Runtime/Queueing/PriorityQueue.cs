namespace KubeBuilderNet.Queueing;

/// <summary>The priority queue in memory.</summary>
/// <param name="limiter">Sets the waits of <see cref="AddOptions.RateLimited"/>.</param>
/// <param name="time">The clock; null for the system's.</param>
/// <typeparam name="T">The items' type.</typeparam>
public sealed class PriorityQueue<T>(IRateLimiter<T> limiter, TimeProvider? time = null) : RateLimitingQueue<T>(limiter, time), IPriorityQueue<T>
    where T : notnull
{
    /// <inheritdoc/>
    public void Add(T item, AddOptions options)
    {
        var after = options.After;
        if (options.RateLimited && Limiter.When(item) is var wait && (after <= TimeSpan.Zero || wait < after))
            after = wait;
        if (after <= TimeSpan.Zero)
        {
            Enqueue(item, EndDelay(item) is { } delayed ? Math.Max(delayed, options.Priority) : options.Priority);
            return;
        }
        CountRetry();
        if (!TryRaise(item, options.Priority))
            EnqueueAfter(item, after, options.Priority);
    }

    /// <inheritdoc/>
    public override void Add(T item) => Add(item, default);

    /// <inheritdoc/>
    public override void AddAfter(T item, TimeSpan delay) => Add(item, new AddOptions { After = delay });

    /// <inheritdoc/>
    public override void AddRateLimited(T item) => Add(item, new AddOptions { RateLimited = true });
}
