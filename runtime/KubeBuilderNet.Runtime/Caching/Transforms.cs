using k8s.Models;

namespace KubeBuilderNet.Caching;

/// <summary>What <see cref="InformerOptions{T}.Transform"/> may be.</summary>
public static class Transforms
{
    /// <summary>Drops <c>metadata.managedFields</c>, often the larger part of an object. Follows <c>cache.TransformStripManagedFields</c>.</summary>
    public static T DropManagedFields<T>(T resource)
        where T : class, IMetadata<V1ObjectMeta>
    {
        ArgumentNullException.ThrowIfNull(resource);
        resource.Metadata?.ManagedFields = null;
        return resource;
    }
}
