namespace KubeBuilderNet.Caching;

/// <summary>Is told of each change, in order, after the cache has it. An exception is logged and harms nobody else.</summary>
/// <remarks>Follows client-go's <c>cache.ResourceEventHandler</c>. The objects are shared: never change one.</remarks>
/// <typeparam name="T">The objects' class.</typeparam>
public interface IResourceHandler<in T>
    where T : class
{
    /// <summary>An object is new to the cache.</summary>
    /// <param name="resource">The object.</param>
    /// <param name="isInInitialList">Whether it was there before the watching began.</param>
    void OnAdded(T resource, bool isInInitialList);

    /// <summary>An object changed.</summary>
    void OnUpdated(T before, T after);

    /// <summary>An object is gone.</summary>
    /// <param name="resource">Its last known state.</param>
    /// <param name="finalStateUnknown">The delete itself was missed, so the state may be an old one.</param>
    void OnDeleted(T resource, bool finalStateUnknown);
}
