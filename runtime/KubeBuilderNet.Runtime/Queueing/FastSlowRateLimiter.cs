namespace KubeBuilderNet.Queueing;

/// <summary>Some quick tries, then slow ones. Follows <c>workqueue.ItemFastSlowRateLimiter</c>.</summary>
/// <param name="fastDelay">The wait of the first tries.</param>
/// <param name="slowDelay">The wait of those after.</param>
/// <param name="maxFastAttempts">How many are quick.</param>
/// <typeparam name="T">The items' type.</typeparam>
public sealed class FastSlowRateLimiter<T>(TimeSpan fastDelay, TimeSpan slowDelay, int maxFastAttempts) : IRateLimiter<T>
    where T : notnull
{
    private readonly FailureCounts<T> _failures = new();

    /// <inheritdoc/>
    public TimeSpan When(T item) => _failures.Add(item) <= maxFastAttempts ? fastDelay : slowDelay;

    /// <inheritdoc/>
    public void Forget(T item) => _failures.Forget(item);

    /// <inheritdoc/>
    public int NumRequeues(T item) => _failures[item];
}
