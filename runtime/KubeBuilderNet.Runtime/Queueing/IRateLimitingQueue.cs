namespace KubeBuilderNet.Queueing;

/// <summary>A delaying queue that knows how long an item that failed is to wait.</summary>
/// <remarks>Follows <c>workqueue.RateLimitingInterface</c>.</remarks>
/// <typeparam name="T">The items' type.</typeparam>
public interface IRateLimitingQueue<T> : IDelayingQueue<T>
    where T : notnull
{
    /// <summary>Adds an item when the rate limiter says it may come again.</summary>
    void AddRateLimited(T item);

    /// <summary>Ends the counting of an item's failures: it succeeded, or is given up.</summary>
    void Forget(T item);

    /// <summary>How often the item failed since it was last forgotten.</summary>
    int NumRequeues(T item);
}
