using System.Text.Json.Serialization.Metadata;
using KubeBuilderNet.Client.Discovery;
using KubeBuilderNet.Client.Errors;
using KubeBuilderNet.Client.Json;
using KubeBuilderNet.Client.Rest;

namespace KubeBuilderNet.Client.Dynamic;

/// <summary>Reads and writes objects of any resource, also of one that no class describes.</summary>
/// <remarks>Follows <c>k8s.io/client-go/dynamic</c>. Safe to use from many threads.</remarks>
/// <param name="rest">Sends the requests; stays the caller's to dispose.</param>
/// <param name="mapper">Finds resources by their kinds and names; null for one of its own.</param>
public sealed class DynamicClient(RestClient rest, RestMapper? mapper = null)
{
    private static JsonTypeInfo<PartialObjectMetadata<Unstructured>> Metadatas => ObjectJson.TypeInfo<PartialObjectMetadata<Unstructured>>();

    /// <summary>Sends the requests.</summary>
    public RestClient Rest { get; } = rest ?? throw new ArgumentNullException(nameof(rest));

    /// <summary>Finds resources by their kinds and names.</summary>
    public RestMapper Mapper { get; } = mapper ?? new RestMapper(rest);

    /// <summary>All verbs on a resource. A key without a namespace addresses an object of the cluster; options without one, all namespaces.</summary>
    public ResourceClient<Unstructured> Resource(GroupVersionResource resource) => new(Rest, resource, Unstructured.TypeInfo);

    /// <summary>All verbs on a resource; a key that doesn't fit its scope is refused before anything is sent.</summary>
    public ResourceClient<Unstructured> Resource(ResourceDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return new ResourceClient<Unstructured>(Rest, definition, Unstructured.TypeInfo);
    }

    /// <summary>The metadata of a resource's objects, and nothing else of them. Follows <c>k8s.io/client-go/metadata</c>.</summary>
    public ResourceClient<PartialObjectMetadata<Unstructured>> Metadata(GroupVersionResource resource) => new(Rest, resource, Metadatas);

    /// <summary>The metadata of a resource's objects, which say their kind here; a key that doesn't fit its scope is refused before anything is sent.</summary>
    public ResourceClient<PartialObjectMetadata<Unstructured>> Metadata(ResourceDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return new ResourceClient<PartialObjectMetadata<Unstructured>>(Rest, definition, Metadatas);
    }

    /// <summary>All verbs on the resource of a kind.</summary>
    /// <exception cref="KubernetesApiException">NotFound: the server has no such kind.</exception>
    public async Task<ResourceClient<Unstructured>> ResourceAsync(GroupVersionKind kind, CancellationToken cancellationToken = default) =>
        Resource(await Mapper.FindAsync(kind, cancellationToken));

    /// <summary>All verbs on the resource that somebody names, as kubectl understands it: <c>deploy</c>, <c>deployments.apps</c>.</summary>
    /// <exception cref="KubernetesApiException">NotFound: the server has none.</exception>
    public async Task<ResourceClient<Unstructured>> ResourceAsync(string name, CancellationToken cancellationToken = default) =>
        Resource(await Mapper.FindNamedAsync(name, cancellationToken));
}
