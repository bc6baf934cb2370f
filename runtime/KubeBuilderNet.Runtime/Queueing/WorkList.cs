namespace KubeBuilderNet.Queueing;

/// <summary>Entries in the order in which they came; each can be taken out without a search.</summary>
internal sealed class WorkList<T>(int priority)
{
    private WorkEntry<T>? _last;

    internal int Priority => priority;

    internal WorkEntry<T>? First { get; private set; }

    internal int Count { get; private set; }

    internal void Append(WorkEntry<T> entry)
    {
        entry.List = this;
        entry.Before = _last;
        if (_last is null)
            First = entry;
        else
            _last.Next = entry;
        _last = entry;
        Count++;
    }

    internal void Remove(WorkEntry<T> entry)
    {
        if (entry.Before is { } before)
            before.Next = entry.Next;
        else
            First = entry.Next;
        if (entry.Next is { } next)
            next.Before = entry.Before;
        else
            _last = entry.Before;
        (entry.List, entry.Before, entry.Next) = (null, null, null);
        Count--;
    }
}
