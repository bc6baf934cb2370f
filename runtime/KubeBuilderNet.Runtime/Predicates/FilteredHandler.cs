using k8s.Models;
using KubeBuilderNet.Caching;

namespace KubeBuilderNet.Predicates;

/// <summary>Tells another handler of those changes alone that a predicate lets through.</summary>
internal sealed class FilteredHandler<T>(IPredicate<T> predicate, IResourceHandler<T> handler) : IResourceHandler<T>
    where T : class, IMetadata<V1ObjectMeta>
{
    public void OnAdded(T resource, bool isInInitialList)
    {
        if (predicate.Added(resource))
            handler.OnAdded(resource, isInInitialList);
    }

    public void OnUpdated(T before, T after)
    {
        if (predicate.Updated(before, after))
            handler.OnUpdated(before, after);
    }

    public void OnDeleted(T resource, bool finalStateUnknown)
    {
        if (predicate.Deleted(resource))
            handler.OnDeleted(resource, finalStateUnknown);
    }
}
