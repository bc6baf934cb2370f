using System.Runtime.InteropServices;

namespace KubeBuilderNet.Queueing;

/// <summary>What waits, by priority: the highest first, and of one priority what came to it first.</summary>
internal sealed class ReadyItems<T>
{
    // Few priorities are in use at a time; lists of others are dropped when they are empty.
    private const int KeptLists = 8;
    private readonly List<WorkList<T>> _lists = [new WorkList<T>(0)];
    private int _count;

    /// <summary>How many wait; may be read without the queue's lock.</summary>
    internal int Count => Volatile.Read(ref _count);

    internal void Add(WorkEntry<T> entry)
    {
        ListOf(entry.Priority).Append(entry);
        _count++;
    }

    internal void Raise(WorkEntry<T> entry, int priority)
    {
        Remove(entry);
        entry.Priority = priority;
        Add(entry);
    }

    internal WorkEntry<T>? Take()
    {
        if (_count == 0)
            return null;
        foreach (var list in CollectionsMarshal.AsSpan(_lists))
        {
            if (list.First is { } first)
            {
                Remove(first);
                return first;
            }
        }
        return null;
    }

    /// <summary>How many wait at each priority that is or was in use.</summary>
    internal List<(int Priority, int Count)> Depths() => _lists.ConvertAll(static list => (list.Priority, list.Count));

    private void Remove(WorkEntry<T> entry)
    {
        var list = entry.List!;
        list.Remove(entry);
        _count--;
        if (list.Count == 0 && _lists.Count > KeptLists && list.Priority != 0)
            _lists.Remove(list);
    }

    private WorkList<T> ListOf(int priority)
    {
        var at = 0;
        foreach (var list in CollectionsMarshal.AsSpan(_lists))
        {
            if (list.Priority == priority)
                return list;
            if (list.Priority < priority)
                break;
            at++;
        }
        var added = new WorkList<T>(priority);
        _lists.Insert(at, added);
        return added;
    }
}
