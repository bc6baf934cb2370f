using System.Text.Json.Nodes;
using k8s;
using k8s.Models;

namespace KubeBuilderNet.Client;

/// <summary>The <c>scale</c> subresource: how many replicas an object has and should have, whatever its kind.</summary>
/// <remarks>Follows <c>k8s.io/client-go/scale</c>. A kind without the subresource is NotFound.</remarks>
public static class ScaleExtensions
{
    private const string Scale = "scale";

    /// <summary>Reads how many replicas there are and should be.</summary>
    public static Task<V1Scale> GetScaleAsync<T>(this IClient client, ObjectKey key, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        ArgumentNullException.ThrowIfNull(client);
        return client.GetSubresourceAsync<T, V1Scale>(key, Scale, cancellationToken);
    }

    /// <summary>Reads how many replicas there are and should be.</summary>
    public static Task<V1Scale> GetScaleAsync<T>(this ResourceClient<T> resource, ObjectKey key, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        ArgumentNullException.ThrowIfNull(resource);
        return resource.GetSubresourceAsync<V1Scale>(key, Scale, cancellationToken);
    }

    /// <summary>Says how many replicas there should be, whatever was said before.</summary>
    public static Task<V1Scale> ScaleAsync<T>(this IClient client, ObjectKey key, int replicas, PatchOptions? options = null,
        CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        ArgumentNullException.ThrowIfNull(client);
        return client.PatchSubresourceAsync<T, V1Scale>(key, Scale, Replicas(replicas), options, cancellationToken);
    }

    /// <summary>Says how many replicas there should be, whatever was said before.</summary>
    public static Task<V1Scale> ScaleAsync<T>(this ResourceClient<T> resource, ObjectKey key, int replicas, PatchOptions? options = null,
        CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        ArgumentNullException.ThrowIfNull(resource);
        return resource.PatchSubresourceAsync<V1Scale>(key, Scale, Replicas(replicas), options, cancellationToken);
    }

    private static Patch Replicas(int replicas) => Patch.Merge(new JsonObject { ["spec"] = new JsonObject { ["replicas"] = replicas } });
}
