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

    private readonly ConcurrentDictionary<ObjectKey, T> _items = new(concurrencyLevel: 1, capacity: 31);
    private readonly Dictionary<string, Index> _indexes = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    /// <summary>Makes an empty store with the namespace index.</summary>
    public Indexer() => AddIndex(NamespaceIndex, static item => [item.Metadata.NamespaceProperty ?? ""]);

    /// <summary>How many objects there are.</summary>
    public int Count => _items.Count;

    /// <summary>Adds an index, over objects that are there already, too.</summary>
    /// <param name="name">What <see cref="ByIndex"/> calls it.</param>
    /// <param name="values">The values under which an object is to be found; it must depend on the object alone.</param>
    /// <exception cref="InvalidOperationException">There is an index of this name.</exception>
    public void AddIndex(string name, Func<T, IEnumerable<string>> values)
    {
        lock (_gate)
        {
            var index = new Index(values);
            if (!_indexes.TryAdd(name, index))
                throw new InvalidOperationException($"There is an index '{name}' of {typeof(T).Name} already.");
            foreach (var (key, item) in _items)
                index.Update(key, null, item);
        }
    }

    /// <inheritdoc/>
    public T? Find(ObjectKey key) => _items.GetValueOrDefault(key);

    /// <inheritdoc/>
    public IReadOnlyList<T> List(string? @namespace = null)
    {
        if (@namespace is not null)
            return ByIndex(NamespaceIndex, @namespace);
        lock (_gate)
            return _indexes[NamespaceIndex].All();
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
            var before = _items.GetValueOrDefault(key);
            _items[key] = item;
            foreach (var (_, index) in _indexes)
                index.Update(key, before, item);
            return before;
        }
    }

    /// <summary>Takes an object out; returns it, if it was there.</summary>
    public T? Remove(ObjectKey key)
    {
        lock (_gate)
        {
            if (!_items.TryRemove(key, out var before))
                return null;
            foreach (var (_, index) in _indexes)
                index.Update(key, before, null);
            return before;
        }
    }

    internal IEnumerable<ObjectKey> Keys => _items.Select(static pair => pair.Key);

    private sealed class Index(Func<T, IEnumerable<string>> values)
    {
        private readonly Dictionary<string, Dictionary<ObjectKey, T>> _buckets = new(StringComparer.Ordinal);

        /// <summary>Every object that has a value, once for each: for namespaces, every object once.</summary>
        internal List<T> All()
        {
            var items = new List<T>(_buckets.Sum(static bucket => bucket.Value.Count));
            foreach (var (_, bucket) in _buckets)
                items.AddRange(bucket.Values);
            return items;
        }

        internal List<T> Find(string value) => _buckets.TryGetValue(value, out var bucket) ? [.. bucket.Values] : [];

        internal void Update(ObjectKey key, T? before, T? after)
        {
            var kept = ValuesOf(after);
            foreach (var value in ValuesOf(before))
            {
                if (!kept.Contains(value))
                    Remove(key, value);
            }
            foreach (var value in kept)
            {
                if (!_buckets.TryGetValue(value, out var bucket))
                    _buckets.Add(value, bucket = []);
                bucket[key] = after!;
            }
        }

        // Evaluated once: the function may be a lazy query.
        private ICollection<string> ValuesOf(T? item) =>
            item is null ? [] : values(item) is var found && found is ICollection<string> collection ? collection : [.. found];

        private void Remove(ObjectKey key, string value)
        {
            if (_buckets.TryGetValue(value, out var bucket) && bucket.Remove(key) && bucket.Count == 0)
                _buckets.Remove(value);
        }
    }
}
