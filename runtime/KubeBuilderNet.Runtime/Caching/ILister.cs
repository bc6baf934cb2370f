namespace KubeBuilderNet.Caching;

/// <summary>Reads objects from the cache that an informer keeps, without a request to the server.</summary>
/// <remarks>
/// Follows client-go's listers. The objects are shared by all: never change one, copy it first (<c>DeepCopy()</c>). The cache may be a
/// moment behind the server, also behind one's own writes.
/// </remarks>
/// <typeparam name="T">The objects' class.</typeparam>
public interface ILister<T>
    where T : class
{
    /// <summary>The object of a key, or null.</summary>
    T? Find(ObjectKey key);

    /// <summary>All objects, of one namespace or of all that are watched, in no order.</summary>
    IReadOnlyList<T> List(string? @namespace = null);

    /// <summary>The objects that an index has under a value.</summary>
    /// <exception cref="InvalidOperationException">There is no index of this name.</exception>
    IReadOnlyList<T> ByIndex(string index, string value);
}
