namespace KubeBuilderNet.Queueing;

/// <summary>Another limiter's waits, each made longer by chance, so that what failed together doesn't come again together.</summary>
/// <param name="limiter">Sets the waits.</param>
/// <param name="maxFactor">By how much of itself a wait grows at most: 0.2 makes 10 s into 10 to 12 s.</param>
/// <param name="random">The chance; null for a shared source. One that is given is called by one thread at a time.</param>
/// <typeparam name="T">The items' type.</typeparam>
public sealed class JitterRateLimiter<T>(IRateLimiter<T> limiter, double maxFactor, Random? random = null) : IRateLimiter<T>
{
    private readonly Lock _gate = new();

    /// <inheritdoc/>
    public TimeSpan When(T item) => limiter.When(item) * (1 + maxFactor * Next());

    /// <inheritdoc/>
    public void Forget(T item) => limiter.Forget(item);

    /// <inheritdoc/>
    public int NumRequeues(T item) => limiter.NumRequeues(item);

    private double Next()
    {
        if (random is null)
            return Random.Shared.NextDouble();
        lock (_gate)
            return random.NextDouble();
    }
}
