namespace KubeBuilderNet.Queueing;

/// <summary>Says how long an item is to wait. Safe to use from many threads.</summary>
/// <remarks>Follows <c>workqueue.RateLimiter</c>.</remarks>
/// <typeparam name="T">The items' type.</typeparam>
public interface IRateLimiter<in T>
{
    /// <summary>Counts a failure and says how long the item is to wait.</summary>
    TimeSpan When(T item);

    /// <summary>Ends the counting of an item's failures.</summary>
    void Forget(T item);

    /// <summary>How often the item failed since it was last forgotten.</summary>
    int NumRequeues(T item);
}
