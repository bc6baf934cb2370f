namespace KubeBuilderNet.Caching;

/// <summary>Objects by the values that a function finds in them.</summary>
internal sealed class CacheIndex<T>(string name, Func<T, IEnumerable<string>> values)
    where T : class
{
    private readonly Dictionary<string, IndexBucket<T>> _buckets = new(StringComparer.Ordinal);

    internal string Name => name;

    internal T[] Find(string value) => _buckets.TryGetValue(value, out var bucket) ? bucket.ToArray() : [];

    internal IndexBucket<T> Open(string value)
    {
        if (!_buckets.TryGetValue(value, out var bucket))
            _buckets.Add(value, bucket = new IndexBucket<T>(this, value));
        return bucket;
    }

    internal void Close(string value) => _buckets.Remove(value);

    internal void Evaluate(T item, List<(CacheIndex<T>, string)> into)
    {
        // Most functions return an array, for which no enumerator need be made.
        if (values(item) is var found && found is string[] array)
        {
            foreach (var value in array)
                Add(value, into);
            return;
        }
        foreach (var value in found)
            Add(value, into);
    }

    private void Add(string? value, List<(CacheIndex<T>, string)> into)
    {
        if (value is not null)
            into.Add((this, value));
    }
}
