using KubeBuilderNet.Client.Rest;

namespace KubeBuilderNet.Client.Dynamic;

/// <summary>Reads and writes objects of any resource, also of one that no class describes.</summary>
/// <remarks>Follows <c>k8s.io/client-go/dynamic</c>.</remarks>
/// <param name="rest">Sends the requests; stays the caller's to dispose.</param>
public sealed class DynamicClient(RestClient rest)
{
    /// <summary>Sends the requests.</summary>
    public RestClient Rest { get; } = rest ?? throw new ArgumentNullException(nameof(rest));

    /// <summary>All verbs on a resource. A key without a namespace addresses an object of the cluster; options without one, all namespaces.</summary>
    public ResourceClient<Unstructured> Resource(GroupVersionResource resource) => new(Rest, resource, Unstructured.TypeInfo);

    /// <summary>All verbs on a resource; a key that doesn't fit its scope is refused before anything is sent.</summary>
    public ResourceClient<Unstructured> Resource(ResourceDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return new ResourceClient<Unstructured>(Rest, definition, Unstructured.TypeInfo);
    }
}
