namespace KubeBuilderNet.Caching;

/// <summary>What readers see of an object in a store.</summary>
internal struct CacheSlot<T>
    where T : class
{
    internal ObjectKey Key;
    internal T Item;
    internal int Hash;

    /// <summary>The next slot whose key has the same head.</summary>
    internal int Chained;
}

/// <summary>Where a slot's object is: among all, and in each index, by its namespace first, then in the order of the indexes' values.</summary>
internal struct CachePlaces<T>
    where T : class
{
    internal int At;
    internal CachePlace<T>[] Indexed;

    internal readonly void MovedTo(IndexBucket<T> bucket, int at)
    {
        foreach (ref var place in Indexed.AsSpan())
        {
            if (place.Bucket == bucket)
            {
                place.At = at;
                return;
            }
        }
    }
}

internal struct CachePlace<T>(IndexBucket<T> bucket, int at)
    where T : class
{
    internal readonly IndexBucket<T> Bucket = bucket;
    internal int At = at;
}
