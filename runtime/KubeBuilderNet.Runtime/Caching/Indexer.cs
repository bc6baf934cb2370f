using System.Runtime.InteropServices;
using k8s.Models;

namespace KubeBuilderNet.Caching;

/// <summary>Objects by key and by named indexes. Reads by key take no lock; lists are as the store was at one moment; one writer at a time.</summary>
/// <remarks>Follows client-go's <c>cache.Indexer</c>.</remarks>
/// <typeparam name="T">The objects' class.</typeparam>
public sealed class Indexer<T> : ILister<T>
    where T : class, IMetadata<V1ObjectMeta>
{
    /// <summary>The index that is always there: objects by their namespace.</summary>
    public const string NamespaceIndex = "namespace";

    private readonly ObjectTable<T> _objects = new();
    private readonly IndexBucket<T> _all = new(null, "");
    private readonly CacheIndex<T> _namespaces = new(NamespaceIndex, static _ => []);
    private readonly List<CacheIndex<T>> _indexes = [];
    private readonly List<(CacheIndex<T> Index, string Value)> _values = [];
    private readonly List<CachePlace<T>> _moves = [];
    private readonly Action<string, ObjectKey, Exception>? _failed;
    private readonly Lock _gate = new();

    /// <summary>Makes an empty store with the namespace index.</summary>
    /// <param name="failed">Is told the index, the key and the error when an index's function throws; the object is then not found by that index.</param>
    public Indexer(Action<string, ObjectKey, Exception>? failed = null) => _failed = failed;

    /// <summary>How many objects there are.</summary>
    public int Count => _objects.Count;

    /// <summary>Adds an index, over objects that are there already, too.</summary>
    /// <param name="name">What <see cref="ByIndex"/> calls it.</param>
    /// <param name="values">The values under which an object is to be found; it must depend on the object alone.</param>
    /// <exception cref="InvalidOperationException">There is an index of this name.</exception>
    public void AddIndex(string name, Func<T, IEnumerable<string>> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        lock (_gate)
        {
            if (Find(name) is not null)
                throw new InvalidOperationException($"There is an index '{name}' of {typeof(T).Name} already.");
            _indexes.Add(new CacheIndex<T>(name, values));
            foreach (var slot in _all.Slots)
            {
                ref var found = ref _objects[slot];
                Evaluate(found.Key, found.Item);
                Move(slot, found.Item, _objects.Places(slot).Indexed[0]);
            }
        }
    }

    /// <inheritdoc/>
    public T? Find(ObjectKey key) => _objects.Read(key);

    /// <inheritdoc/>
    public IReadOnlyList<T> List(string? @namespace = null)
    {
        lock (_gate)
            return @namespace is null ? _all.ToArray() : _namespaces.Find(@namespace);
    }

    /// <inheritdoc/>
    public IReadOnlyList<T> ByIndex(string index, string value)
    {
        lock (_gate)
        {
            return Find(index) is { } found ? found.Find(value) : throw new InvalidOperationException(
                $"There is no index '{index}' of {typeof(T).Name}. There are: {string.Join(", ", _indexes.Select(static index => index.Name).Prepend(NamespaceIndex))}.");
        }
    }

    /// <summary>Adds or replaces an object; returns the one before, if there was one.</summary>
    public T? Set(ObjectKey key, T item)
    {
        var hash = key.GetHashCode();
        lock (_gate)
        {
            // All functions run before anything is changed: one that throws leaves the store whole.
            Evaluate(key, item);
            if (_objects.Find(key, hash) is var slot && slot != ObjectTable<T>.None)
                return Replace(slot, item);
            slot = _objects.Add(key, hash, item);
            var @namespace = _namespaces.Open(key.Namespace);
            _objects.Places(slot) = new CachePlaces<T> { At = _all.Add(slot, item), Indexed = [] };
            Move(slot, item, new CachePlace<T>(@namespace, @namespace.Add(slot, item)));
            return null;
        }
    }

    /// <summary>Takes an object out; returns it, if it was there.</summary>
    public T? Remove(ObjectKey key)
    {
        lock (_gate)
        {
            var slot = _objects.Find(key, key.GetHashCode());
            if (slot == ObjectTable<T>.None)
                return null;
            var item = _objects[slot].Item;
            var places = _objects.Places(slot);
            if (_all.RemoveAt(places.At) is var moved && moved != ObjectTable<T>.None)
                _objects.Places(moved).At = places.At;
            foreach (var place in places.Indexed)
                Leave(place);
            _objects.Remove(slot);
            return item;
        }
    }

    /// <summary>The keys that there are now.</summary>
    internal List<ObjectKey> Keys()
    {
        lock (_gate)
        {
            var keys = new List<ObjectKey>(_all.Count);
            foreach (var slot in _all.Slots)
                keys.Add(_objects[slot].Key);
            return keys;
        }
    }

    private CacheIndex<T>? Find(string index) => index == NamespaceIndex ? _namespaces : _indexes.Find(other => other.Name == index);

    private void Evaluate(ObjectKey key, T item)
    {
        _values.Clear();
        foreach (var index in CollectionsMarshal.AsSpan(_indexes))
        {
            var begin = _values.Count;
            try
            {
                index.Evaluate(item, _values);
            }
            catch (Exception e)
            {
                _values.RemoveRange(begin, _values.Count - begin);
                _failed?.Invoke(index.Name, key, e);
            }
        }
    }

    private T Replace(int slot, T item)
    {
        var before = _objects[slot].Item;
        _objects.Replace(slot, item);
        ref var places = ref _objects.Places(slot);
        _all.Replace(places.At, item);
        if (IsAtValues(places.Indexed))
        {
            foreach (ref var place in places.Indexed.AsSpan())
                place.Bucket.Replace(place.At, item);
        }
        else
        {
            var @namespace = places.Indexed[0];
            @namespace.Bucket.Replace(@namespace.At, item);
            Move(slot, item, @namespace);
        }
        return before;
    }

    private bool IsAtValues(ReadOnlySpan<CachePlace<T>> places)
    {
        var values = CollectionsMarshal.AsSpan(_values);
        if (values.Length != places.Length - 1)
            return false;
        for (var i = 0; i < values.Length; i++)
        {
            var bucket = places[i + 1].Bucket;
            if (bucket.Index != values[i].Index || bucket.Value != values[i].Value)
                return false;
        }
        return true;
    }

    // To the places of its values; that of its namespace stays.
    private void Move(int slot, T item, CachePlace<T> @namespace)
    {
        ref var places = ref _objects.Places(slot);
        var before = places.Indexed;
        _moves.Clear();
        _moves.Add(@namespace);
        foreach (var (index, value) in _values)
        {
            var bucket = index.Open(value);
            if (At(bucket, CollectionsMarshal.AsSpan(_moves)) >= 0)
                continue;
            var at = At(bucket, before);
            if (at >= 0)
                bucket.Replace(at, item);
            _moves.Add(new CachePlace<T>(bucket, at >= 0 ? at : bucket.Add(slot, item)));
        }
        // From the old places last, and after the new ones are known: another may move into one that is left.
        places.Indexed = [.. _moves];
        foreach (var place in before)
        {
            if (At(place.Bucket, places.Indexed) < 0)
                Leave(place);
        }
    }

    private static int At(IndexBucket<T> bucket, ReadOnlySpan<CachePlace<T>> places)
    {
        foreach (ref readonly var place in places)
        {
            if (place.Bucket == bucket)
                return place.At;
        }
        return -1;
    }

    private void Leave(CachePlace<T> place)
    {
        if (place.Bucket.RemoveAt(place.At) is var moved && moved != ObjectTable<T>.None)
            _objects.Places(moved).MovedTo(place.Bucket, place.At);
    }
}
