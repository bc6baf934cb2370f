namespace KubeBuilderNet.Queueing;

/// <summary>Another limiter's waits, none longer than a limit. Follows <c>workqueue.WithMaxWaitRateLimiter</c>.</summary>
/// <param name="limiter">Sets the waits.</param>
/// <param name="maxWait">The longest wait.</param>
/// <typeparam name="T">The items' type.</typeparam>
public sealed class MaxWaitRateLimiter<T>(IRateLimiter<T> limiter, TimeSpan maxWait) : IRateLimiter<T>
{
    /// <inheritdoc/>
    public TimeSpan When(T item) => limiter.When(item) is var wait && wait < maxWait ? wait : maxWait;

    /// <inheritdoc/>
    public void Forget(T item) => limiter.Forget(item);

    /// <inheritdoc/>
    public int NumRequeues(T item) => limiter.NumRequeues(item);
}
