using System.Collections.Concurrent;

namespace KubeBuilderNet.Queueing;

/// <summary>How often each item failed. While none has, forgetting is a look at a number.</summary>
internal sealed class FailureCounts<T>
    where T : notnull
{
    private readonly ConcurrentDictionary<T, int> _failures = new();
    private int _items;

    /// <summary>How many items have failed and not been forgotten.</summary>
    internal int Count => _failures.Count;

    internal int this[T item] => Volatile.Read(ref _items) == 0 ? 0 : _failures.GetValueOrDefault(item);

    /// <summary>Counts a failure and returns how many there have been.</summary>
    internal int Add(T item)
    {
        var failures = _failures.AddOrUpdate(item, 1, static (_, failures) => failures + 1);
        if (failures == 1)
            Interlocked.Increment(ref _items);
        return failures;
    }

    internal void Forget(T item)
    {
        if (Volatile.Read(ref _items) != 0 && _failures.TryRemove(item, out _))
            Interlocked.Decrement(ref _items);
    }
}
