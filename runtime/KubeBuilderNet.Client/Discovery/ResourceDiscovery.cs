using System.Collections.Concurrent;
using KubeBuilderNet.Client.Errors;
using KubeBuilderNet.Client.Json;
using KubeBuilderNet.Client.Rest;

namespace KubeBuilderNet.Client.Discovery;

/// <summary>Asks the API server what resource a kind is. What was found is kept; what wasn't is asked for again.</summary>
public sealed class ResourceDiscovery(RestClient rest)
{
    private readonly ConcurrentDictionary<GroupVersionKind, ResourceDefinition> _known = new();

    /// <summary>The plural and scope of a kind.</summary>
    /// <exception cref="KubernetesApiException">NotFound: the server has no such kind.</exception>
    public async Task<ResourceDefinition> FindAsync(GroupVersionKind kind, CancellationToken cancellationToken = default)
    {
        if (_known.TryGetValue(kind, out var known))
            return known;
        var path = kind.Group.Length == 0 ? $"/api/{kind.Version}" : $"/apis/{kind.Group}/{kind.Version}";
        var answer = NodeJson.Object(await rest.SendAsync(new RestRequest(HttpMethod.Get, path), cancellationToken));
        foreach (var resource in answer["resources"]?.AsArray() ?? [])
        {
            var name = (string?)resource?["name"] ?? "";
            // Subresources, such as deployments/scale, name kinds too.
            if (name.Contains('/', StringComparison.Ordinal) || (string?)resource!["kind"] != kind.Kind)
                continue;
            var scope = (bool?)resource["namespaced"] == false ? ResourceScope.Cluster : ResourceScope.Namespaced;
            return _known[kind] = new ResourceDefinition(kind, name, scope);
        }
        throw new KubernetesApiException(new k8s.Models.V1Status
        {
            Code = 404,
            Reason = nameof(StatusReason.NotFound),
            Message = $"the API server knows {kind.ApiVersion}, but no kind {kind.Kind} in it",
        }, $"GET {path}");
    }
}
