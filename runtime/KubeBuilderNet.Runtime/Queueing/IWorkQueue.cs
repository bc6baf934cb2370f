namespace KubeBuilderNet.Queueing;

/// <summary>A queue of things to do in which each thing waits at most once and is done by one worker at a time.</summary>
/// <remarks>
/// Follows <c>k8s.io/client-go/util/workqueue.Interface</c>. An item added while it is worked on is queued again once that work is done.
/// </remarks>
/// <typeparam name="T">The items' type; compared by their equality.</typeparam>
public interface IWorkQueue<T>
    where T : notnull
{
    /// <summary>How many items wait, those being worked on not counted.</summary>
    int Count { get; }

    /// <summary>Queues an item, unless it waits already. Does nothing after <see cref="ShutDown"/>.</summary>
    void Add(T item);

    /// <summary>Takes the item that has waited longest, as soon as there is one. Call <see cref="Done"/> when it is worked off.</summary>
    ValueTask<WorkItem<T>> GetAsync(CancellationToken cancellationToken = default);

    /// <summary>Says that the work on an item has ended, however it ended.</summary>
    void Done(T item);

    /// <summary>Takes no more items. Those that wait are still handed out.</summary>
    void ShutDown();

    /// <summary>Shuts down and waits until nothing waits and nothing is worked on.</summary>
    Task ShutDownWithDrainAsync(CancellationToken cancellationToken = default);
}
