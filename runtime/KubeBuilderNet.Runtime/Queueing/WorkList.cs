namespace KubeBuilderNet.Queueing;

/// <summary>Items of a table in the order in which they came; each can be taken out without a search.</summary>
internal struct WorkList(int priority)
{
    private int _last = -1;

    internal int Priority { get; } = priority;

    internal int First { get; private set; } = -1;

    internal int Count { get; private set; }

    internal void Append<T>(WorkTable<T> table, int index)
        where T : notnull
    {
        ref var slot = ref table[index];
        (slot.Before, slot.After) = (_last, WorkTable<T>.None);
        if (_last == WorkTable<T>.None)
            First = index;
        else
            table[_last].After = index;
        _last = index;
        Count++;
    }

    internal void Remove<T>(WorkTable<T> table, int index)
        where T : notnull
    {
        ref var slot = ref table[index];
        if (slot.Before == WorkTable<T>.None)
            First = slot.After;
        else
            table[slot.Before].After = slot.After;
        if (slot.After == WorkTable<T>.None)
            _last = slot.Before;
        else
            table[slot.After].Before = slot.Before;
        Count--;
    }
}
