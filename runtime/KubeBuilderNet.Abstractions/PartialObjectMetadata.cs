using k8s;
using k8s.Models;

namespace KubeBuilderNet;

/// <summary>Of an object of <typeparamref name="T"/> the metadata and nothing else; that is also all the server sends of it.</summary>
/// <remarks>
/// Follows <c>metav1.PartialObjectMetadata</c> and controller-runtime's metadata-only watches: a cache, an owned kind or a watched one may be
/// of it, and take a fraction of the memory. It can be read, patched, applied and deleted, not created or replaced. Where there is no
/// reflection (native AOT), a source-generated context must name it.
/// </remarks>
/// <typeparam name="T">The whole object's class.</typeparam>
public sealed class PartialObjectMetadata<T> : IKubernetesObject<V1ObjectMeta>
    where T : class, IKubernetesObject<V1ObjectMeta>
{
    /// <summary>The whole object's apiVersion, whatever is set.</summary>
    public string ApiVersion
    {
        get => ResourceDefinition.Of<T>().Kind.ApiVersion;
        // The server calls the part PartialObjectMetadata; it is still known by what it is a part of.
        set => _ = value;
    }

    /// <summary>The whole object's kind, whatever is set.</summary>
    public string Kind
    {
        get => ResourceDefinition.Of<T>().Kind.Kind;
        set => _ = value;
    }

    /// <summary>The object's metadata.</summary>
    public V1ObjectMeta Metadata { get; set; } = new();
}
