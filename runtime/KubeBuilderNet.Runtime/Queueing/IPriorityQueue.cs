namespace KubeBuilderNet.Queueing;

/// <summary>A rate-limiting queue that hands out what is urgent first.</summary>
/// <remarks>
/// Follows controller-runtime's <c>priorityqueue.PriorityQueue</c>. Of items of one priority the one comes first that came to it first. An
/// item is in the queue once, whether it waits for its turn or for its time: of several adds the highest priority and the shortest wait
/// count. <see cref="WorkItem{T}.Priority"/> says at which priority an item waited, for adding it again.
/// </remarks>
/// <typeparam name="T">The items' type.</typeparam>
public interface IPriorityQueue<T> : IRateLimitingQueue<T>
    where T : notnull
{
    /// <summary>Adds an item at a priority, at once or for later.</summary>
    void Add(T item, AddOptions options);
}
