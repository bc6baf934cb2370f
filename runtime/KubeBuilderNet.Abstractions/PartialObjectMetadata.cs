using k8s;
using k8s.Models;

namespace KubeBuilderNet;

/// <summary>Of an object of <typeparamref name="T"/> the metadata and nothing else; that is also all the server sends of it.</summary>
/// <remarks>
/// Follows <c>metav1.PartialObjectMetadata</c> and controller-runtime's metadata-only watches: a cache, an owned kind or a watched one may be
/// of it, and take a fraction of the memory. It can be read, patched, applied and deleted, not created or replaced. Where there is no
/// reflection (native AOT), a source-generated context must name it.
/// </remarks>
/// <typeparam name="T">The whole object's class, which may be one of objects of any kind.</typeparam>
public sealed class PartialObjectMetadata<T> : IKubernetesObject<V1ObjectMeta>
    where T : class, IKubernetesObject<V1ObjectMeta>
{
    private static readonly GroupVersionKind? Whole = ResourceDefinition.Find(typeof(T))?.Kind;
    private string _apiVersion = "";
    private string _kind = "";

    /// <summary>The whole object's apiVersion, whatever is set; where its class names no kind, what is set, empty when only the server knows.</summary>
    public string ApiVersion
    {
        get => Whole?.ApiVersion ?? _apiVersion;
        // The server calls the part PartialObjectMetadata; it is still known by what it is a part of.
        set => _apiVersion = value is null or "meta.k8s.io/v1" ? "" : value;
    }

    /// <summary>The whole object's kind, whatever is set; where its class names none, what is set, empty when only the server knows.</summary>
    public string Kind
    {
        get => Whole?.Kind ?? _kind;
        set => _kind = value is null or "PartialObjectMetadata" ? "" : value;
    }

    /// <summary>The object's metadata.</summary>
    public V1ObjectMeta Metadata { get; set; } = new();
}
