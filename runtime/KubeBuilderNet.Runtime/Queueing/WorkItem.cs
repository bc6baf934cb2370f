namespace KubeBuilderNet.Queueing;

/// <summary>What a queue hands to a worker.</summary>
/// <param name="Value">The item; meaningless after shut-down.</param>
/// <param name="IsShutDown">The queue is shut down and empty: the worker is to end.</param>
/// <typeparam name="T">The items' type.</typeparam>
public readonly record struct WorkItem<T>(T Value, bool IsShutDown)
{
    /// <summary>The priority at which it waited; 0 in queues without priorities.</summary>
    public int Priority { get; init; }
}
