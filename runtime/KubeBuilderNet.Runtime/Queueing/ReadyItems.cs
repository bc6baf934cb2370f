using System.Runtime.InteropServices;

namespace KubeBuilderNet.Queueing;

/// <summary>What waits, by priority: the highest first, and of one priority what came to it first.</summary>
internal sealed class ReadyItems<T>(WorkTable<T> table)
    where T : notnull
{
    // Few priorities are in use at a time; lists of others are dropped when they are empty.
    private const int KeptLists = 8;
    private readonly List<WorkList> _lists = [new WorkList(0)];
    private int _count;

    /// <summary>How many wait; may be read without the queue's lock.</summary>
    internal int Count => Volatile.Read(ref _count);

    internal void Add(int index)
    {
        var at = Find(table[index].Priority);
        CollectionsMarshal.AsSpan(_lists)[at].Append(table, index);
        _count++;
    }

    internal void Raise(int index, int priority)
    {
        Remove(Find(table[index].Priority), index);
        table[index].Priority = priority;
        Add(index);
    }

    /// <summary>Takes the first out; <see cref="WorkTable{T}.None"/> when nothing waits.</summary>
    internal int Take()
    {
        if (_count == 0)
            return WorkTable<T>.None;
        var at = 0;
        var lists = CollectionsMarshal.AsSpan(_lists);
        while (lists[at].Count == 0)
            at++;
        var first = lists[at].First;
        Remove(at, first);
        return first;
    }

    /// <summary>How many wait at each priority that is or was in use.</summary>
    internal List<(int Priority, int Count)> Depths() => _lists.ConvertAll(static list => (list.Priority, list.Count));

    private void Remove(int at, int index)
    {
        ref var list = ref CollectionsMarshal.AsSpan(_lists)[at];
        list.Remove(table, index);
        _count--;
        if (list.Count == 0 && _lists.Count > KeptLists && list.Priority != 0)
            _lists.RemoveAt(at);
    }

    private int Find(int priority)
    {
        var lists = CollectionsMarshal.AsSpan(_lists);
        var at = 0;
        while (at < lists.Length && lists[at].Priority > priority)
            at++;
        if (at == lists.Length || lists[at].Priority != priority)
            _lists.Insert(at, new WorkList(priority));
        return at;
    }
}
