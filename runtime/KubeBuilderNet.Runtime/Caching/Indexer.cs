using System.Collections.Concurrent;
using k8s.Models;

namespace KubeBuilderNet.Caching;

/// <summary>Objects by key and by named indexes. Reads by key never wait; one writer at a time.</summary>
/// <remarks>Follows client-go's <c>cache.Indexer</c>.</remarks>
/// <typeparam name="T">The objects' class.</typeparam>
public sealed class Indexer<T> : ILister<T>
    where T : class, IMetadata<V1ObjectMeta>
{
    /// <summary>The index that is always there: objects by their namespace.</summary>
    public const string NamespaceIndex = "namespace";

    private readonly ConcurrentDictionary<ObjectKey, Entry> _items = new(concurrencyLevel: 1, capacity: 31);
    private readonly Dictionary<string, Index> _indexes = new(StringComparer.Ordinal);
    private readonly Index _namespaces = new(NamespaceIndex, null);
    private readonly Bucket _all = new(null, "");
    private readonly List<(Index Index, string Value)> _values = [];
    private readonly Action<string, ObjectKey, Exception>? _failed;
    private readonly Lock _gate = new();

    /// <summary>Makes an empty store with the namespace index.</summary>
    /// <param name="failed">Is told the index, the key and the error when an index's function throws; the object is then not found by that index.</param>
    public Indexer(Action<string, ObjectKey, Exception>? failed = null)
    {
        _failed = failed;
        _indexes.Add(NamespaceIndex, _namespaces);
    }

    /// <summary>How many objects there are.</summary>
    public int Count => _items.Count;

    internal IEnumerable<ObjectKey> Keys => _items.Select(static pair => pair.Key);

    /// <summary>Adds an index, over objects that are there already, too.</summary>
    /// <param name="name">What <see cref="ByIndex"/> calls it.</param>
    /// <param name="values">The values under which an object is to be found; it must depend on the object alone.</param>
    /// <exception cref="InvalidOperationException">There is an index of this name.</exception>
    public void AddIndex(string name, Func<T, IEnumerable<string>> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        lock (_gate)
        {
            if (!_indexes.TryAdd(name, new Index(name, values)))
                throw new InvalidOperationException($"There is an index '{name}' of {typeof(T).Name} already.");
            foreach (var (key, entry) in _items)
            {
                Evaluate(key, entry.Item);
                Move(entry);
            }
        }
    }

    /// <inheritdoc/>
    public T? Find(ObjectKey key) => _items.TryGetValue(key, out var entry) ? entry.Item : null;

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
            if (!_indexes.TryGetValue(index, out var found))
                throw new InvalidOperationException($"There is no index '{index}' of {typeof(T).Name}. There are: {string.Join(", ", _indexes.Keys)}.");
            return found.Find(value);
        }
    }

    /// <summary>Adds or replaces an object; returns the one before, if there was one.</summary>
    public T? Set(ObjectKey key, T item)
    {
        lock (_gate)
        {
            Evaluate(key, item);
            if (_items.TryGetValue(key, out var entry))
            {
                var before = entry.Item;
                entry.Item = item;
                if (!entry.IsIn(_values))
                    Move(entry);
                return before;
            }
            entry = new Entry(item);
            Move(entry);
            _all.Add(entry);
            _items[key] = entry;
            return null;
        }
    }

    /// <summary>Takes an object out; returns it, if it was there.</summary>
    public T? Remove(ObjectKey key)
    {
        lock (_gate)
        {
            if (!_items.TryRemove(key, out var entry))
                return null;
            _values.Clear();
            Move(entry);
            _all.Remove(entry);
            return entry.Item;
        }
    }

    // All functions run before anything is changed: one that throws leaves the store whole.
    private void Evaluate(ObjectKey key, T item)
    {
        _values.Clear();
        foreach (var (_, index) in _indexes)
        {
            var begin = _values.Count;
            try
            {
                index.Evaluate(key, item, _values);
            }
            catch (Exception e)
            {
                _values.RemoveRange(begin, _values.Count - begin);
                _failed?.Invoke(index.Name, key, e);
            }
        }
    }

    private void Move(Entry entry)
    {
        var before = entry.Buckets;
        var after = _values.Count == 0 ? [] : new Bucket[_values.Count];
        for (var i = 0; i < after.Length; i++)
        {
            after[i] = _values[i].Index.Open(_values[i].Value);
            after[i].Add(entry);
        }
        foreach (var bucket in before)
        {
            if (Array.IndexOf(after, bucket) < 0)
                bucket.Remove(entry);
        }
        entry.Buckets = after;
    }

    /// <summary>An object's place, which it keeps when it changes: buckets hold the place, not the object.</summary>
    private sealed class Entry(T item)
    {
        internal volatile T Item = item;
        internal Bucket[] Buckets = [];

        internal bool IsIn(List<(Index Index, string Value)> values)
        {
            if (values.Count != Buckets.Length)
                return false;
            for (var i = 0; i < Buckets.Length; i++)
            {
                if (Buckets[i].Index != values[i].Index || Buckets[i].Value != values[i].Value)
                    return false;
            }
            return true;
        }
    }

    /// <summary>The objects that one index has under one value.</summary>
    private sealed class Bucket(Index? index, string value)
    {
        private readonly HashSet<Entry> _entries = [];

        internal Index? Index => index;

        internal string Value => value;

        internal void Add(Entry entry) => _entries.Add(entry);

        internal void Remove(Entry entry)
        {
            if (_entries.Remove(entry) && _entries.Count == 0)
                index?.Close(value);
        }

        internal T[] ToArray()
        {
            var items = new T[_entries.Count];
            // A span's elements are stored without the check of type that an array's are.
            var span = items.AsSpan();
            var i = 0;
            foreach (var entry in _entries)
                span[i++] = entry.Item;
            return items;
        }
    }

    private sealed class Index(string name, Func<T, IEnumerable<string>>? values)
    {
        private readonly Dictionary<string, Bucket> _buckets = new(StringComparer.Ordinal);

        internal string Name => name;

        internal T[] Find(string value) => _buckets.TryGetValue(value, out var bucket) ? bucket.ToArray() : [];

        internal Bucket Open(string value)
        {
            if (!_buckets.TryGetValue(value, out var bucket))
                _buckets.Add(value, bucket = new Bucket(this, value));
            return bucket;
        }

        internal void Close(string value) => _buckets.Remove(value);

        internal void Evaluate(ObjectKey key, T item, List<(Index, string)> into)
        {
            if (values is null)
                into.Add((this, key.Namespace));
            else
            {
                foreach (var value in values(item))
                {
                    if (value is not null)
                        into.Add((this, value));
                }
            }
        }
    }
}
