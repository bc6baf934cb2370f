namespace KubeBuilderNet.Queueing;

/// <summary>A work queue that can take an item for later.</summary>
/// <remarks>
/// Follows <c>workqueue.DelayingInterface</c>. An item that is also added without a delay comes at once, and again when the delay is over;
/// in an <see cref="IPriorityQueue{T}"/> the delay ends with it.
/// </remarks>
/// <typeparam name="T">The items' type.</typeparam>
public interface IDelayingQueue<T> : IWorkQueue<T>
    where T : notnull
{
    /// <summary>Adds an item when the delay is over. Of several delays of one item the earliest end counts.</summary>
    void AddAfter(T item, TimeSpan delay);
}
