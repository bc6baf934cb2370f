namespace KubeBuilderNet.Caching;

/// <summary>Objects by key. Reads take no lock; one writer at a time, which its user sees to.</summary>
/// <remarks>
/// An object is replaced, and a new one linked, by one write, so that who reads meanwhile sees it before or after. Only when a slot is given
/// up or the table grows must who reads meanwhile read again; <c>_version</c> tells, and is odd while that goes on.
/// </remarks>
internal sealed class ObjectTable<T>
    where T : class
{
    internal const int None = -1;
    private const int LeastSlots = 16;
    private readonly Stack<int> _free = new();
    private volatile Storage _storage = new(LeastSlots);
    private CachePlaces<T>[] _places = new CachePlaces<T>[LeastSlots];
    private int _used;
    private int _version;
    private int _count;

    internal int Count => Volatile.Read(ref _count);

    /// <summary>For the writer.</summary>
    internal ref CacheSlot<T> this[int index] => ref _storage.Slots[index];

    /// <summary>The object of a key, for anybody at any time.</summary>
    internal T? Read(ObjectKey key)
    {
        var hash = key.GetHashCode();
        var wait = default(SpinWait);
        while (true)
        {
            var version = Volatile.Read(ref _version);
            var storage = _storage;
            var index = storage.Find(key, hash);
            var item = index == None ? null : Volatile.Read(ref storage.Slots[index].Item);
            if ((version & 1) == 0 && version == Volatile.Read(ref _version))
                return item;
            wait.SpinOnce();
        }
    }

    internal int Find(ObjectKey key, int hash) => _storage.Find(key, hash);

    internal ref CachePlaces<T> Places(int index) => ref _places[index];

    internal int Add(ObjectKey key, int hash, T item)
    {
        if (!_free.TryPop(out var index))
        {
            if (_used == _places.Length)
                Grow();
            index = _used++;
        }
        var storage = _storage;
        ref var slot = ref storage.Slots[index];
        (slot.Key, slot.Item, slot.Hash) = (key, item, hash);
        storage.Link(index);
        Volatile.Write(ref _count, _count + 1);
        return index;
    }

    internal void Replace(int index, T item) => Volatile.Write(ref _storage.Slots[index].Item, item);

    internal void Remove(int index)
    {
        Interlocked.Increment(ref _version);
        _storage.Unlink(index);
        Interlocked.Increment(ref _version);
        // Its chain stays as it is: somebody may walk it.
        ref var slot = ref _storage.Slots[index];
        (slot.Key, slot.Item) = (default, null!);
        _places[index] = default;
        _free.Push(index);
        Volatile.Write(ref _count, _count - 1);
    }

    private void Grow()
    {
        var grown = new Storage(_used * 2);
        _storage.Slots.CopyTo(grown.Slots, 0);
        for (var index = 0; index < _used; index++)
            grown.Link(index);
        Array.Resize(ref _places, _used * 2);
        Interlocked.Increment(ref _version);
        _storage = grown;
        Interlocked.Increment(ref _version);
    }

    private sealed class Storage
    {
        private readonly int[] _heads;

        internal Storage(int slots)
        {
            Slots = new CacheSlot<T>[slots];
            _heads = new int[slots];
            Array.Fill(_heads, None);
        }

        internal CacheSlot<T>[] Slots { get; }

        internal int Find(ObjectKey key, int hash)
        {
            var slots = Slots;
            for (var index = Volatile.Read(ref Head(hash)); index != None;)
            {
                ref var slot = ref slots[index];
                if (slot.Hash == hash && slot.Key == key)
                    return index;
                index = Volatile.Read(ref slot.Chained);
            }
            return None;
        }

        internal void Link(int index)
        {
            ref var slot = ref Slots[index];
            ref var head = ref Head(slot.Hash);
            slot.Chained = head;
            Volatile.Write(ref head, index);
        }

        internal void Unlink(int index)
        {
            ref var slot = ref Slots[index];
            ref var link = ref Head(slot.Hash);
            while (link != index)
                link = ref Slots[link].Chained;
            Volatile.Write(ref link, slot.Chained);
        }

        private ref int Head(int hash) => ref _heads[hash & (_heads.Length - 1)];
    }
}
