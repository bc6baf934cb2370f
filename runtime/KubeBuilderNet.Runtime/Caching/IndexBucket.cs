namespace KubeBuilderNet.Caching;

/// <summary>Objects side by side, so that all of them are copied at once: all there are, or those that one index has under one value.</summary>
internal sealed class IndexBucket<T>(CacheIndex<T>? index, string value)
    where T : class
{
    private int[] _slots = new int[4];
    private T[] _items = new T[4];

    internal CacheIndex<T>? Index => index;

    internal string Value => value;

    internal int Count { get; private set; }

    /// <summary>The objects' numbers in the table.</summary>
    internal ReadOnlySpan<int> Slots => _slots.AsSpan(0, Count);

    /// <summary>Adds an object and says where it is.</summary>
    internal int Add(int slot, T item)
    {
        if (Count == _items.Length)
        {
            Array.Resize(ref _slots, Count * 2);
            Array.Resize(ref _items, Count * 2);
        }
        _slots[Count] = slot;
        Replace(Count, item);
        return Count++;
    }

    // A span's elements are stored without the check of type that an array's are.
    internal void Replace(int at, T item) => _items.AsSpan()[at] = item;

    /// <summary>Takes out what is at a place; the last one takes it.</summary>
    /// <returns>The number of the one that moved; <see cref="ObjectTable{T}.None"/> when it was the last itself.</returns>
    internal int RemoveAt(int at)
    {
        var last = --Count;
        var moved = last == at ? ObjectTable<T>.None : _slots[last];
        if (last != at)
            (_slots[at], _items[at]) = (moved, _items[last]);
        _items[last] = null!;
        if (Count == 0)
            index?.Close(value);
        else if (Count < _items.Length / 4)
        {
            Array.Resize(ref _slots, _items.Length / 2);
            Array.Resize(ref _items, _items.Length / 2);
        }
        return moved;
    }

    internal T[] ToArray() => _items.AsSpan(0, Count).ToArray();
}
