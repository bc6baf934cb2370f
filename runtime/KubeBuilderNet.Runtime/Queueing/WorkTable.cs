using System.Numerics;

namespace KubeBuilderNet.Queueing;

/// <summary>A queue's items by their hash. Each has a slot, whose number stays the same as long as the item is there.</summary>
/// <remarks>
/// A dictionary whose values can be linked by number: nothing is allocated for an item, and the garbage collector need not be told of the
/// links. References into it are good until the next item is added.
/// </remarks>
internal sealed class WorkTable<T>
    where T : notnull
{
    internal const int None = -1;
    private const int LeastSlots = 16;
    private const int KeptSlots = 4096;
    private const uint Spread = 2654435769;
    private int[] _heads = [];
    private WorkSlot<T>[] _slots = [];
    private int _shift;
    private int _used;
    private int _free;

    internal WorkTable() => Clear();

    internal int Count { get; private set; }

    internal ref WorkSlot<T> this[int index] => ref _slots[index];

    internal int Find(T item) => Find(item, item.GetHashCode());

    internal int FindOrAdd(T item)
    {
        var hash = item.GetHashCode();
        return Find(item, hash) is var index and not None ? index : Add(item, hash);
    }

    internal void Remove(int index)
    {
        ref var slot = ref _slots[index];
        ref var link = ref _heads[HeadOf(slot.Hash)];
        while (link != index)
            link = ref _slots[link].Chained;
        link = slot.Chained;
        slot = default;
        slot.Chained = _free;
        _free = index;
        // After a flood its memory is given back.
        if (--Count == 0 && _slots.Length > KeptSlots)
            Clear();
    }

    private int Find(T item, int hash)
    {
        var slots = _slots;
        for (var index = _heads[HeadOf(hash)]; index != None;)
        {
            ref var slot = ref slots[index];
            if (slot.Hash == hash && EqualityComparer<T>.Default.Equals(slot.Item, item))
                return index;
            index = slot.Chained;
        }
        return None;
    }

    private int Add(T item, int hash)
    {
        if (_free == None && _used == _slots.Length)
            Grow();
        var index = _free == None ? _used++ : _free;
        ref var slot = ref _slots[index];
        if (index == _free)
            _free = slot.Chained;
        slot.Item = item;
        slot.Hash = hash;
        Link(ref slot, index);
        Count++;
        return index;
    }

    private void Grow()
    {
        Array.Resize(ref _slots, _slots.Length * 2);
        ResetHeads();
        for (var index = 0; index < _used; index++)
            Link(ref _slots[index], index);
    }

    private void Link(ref WorkSlot<T> slot, int index)
    {
        ref var head = ref _heads[HeadOf(slot.Hash)];
        slot.Chained = head;
        head = index;
    }

    private void Clear()
    {
        (_slots, _used, _free) = (new WorkSlot<T>[LeastSlots], 0, None);
        ResetHeads();
    }

    private void ResetHeads()
    {
        _heads = new int[_slots.Length * 2];
        Array.Fill(_heads, None);
        _shift = 32 - BitOperations.Log2((uint)_heads.Length);
    }

    // Hashes of numbers differ in few bits: they are spread over all.
    private int HeadOf(int hash) => (int)((uint)hash * Spread >> _shift);
}
