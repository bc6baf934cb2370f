using k8s.Models;
using KubeBuilderNet.Client.Errors;
using KubeBuilderNet.Client.Rest;

namespace KubeBuilderNet.Client.Discovery;

/// <summary>Finds the resource of a kind and the kind of a resource. What isn't known is asked for again before it is said to be missing.</summary>
/// <remarks>Follows <c>k8s.io/apimachinery/pkg/api/meta.RESTMapper</c> and client-go's deferred one.</remarks>
/// <param name="discovery">Tells what the server serves.</param>
public sealed class RestMapper(DiscoveryClient discovery)
{
    /// <summary>Makes a mapper that remembers what it finds in memory.</summary>
    public RestMapper(RestClient rest) : this(new DiscoveryClient(rest))
    {
    }

    /// <summary>Tells what the server serves.</summary>
    public DiscoveryClient Discovery { get; } = discovery ?? throw new ArgumentNullException(nameof(discovery));

    /// <summary>The resource of a kind.</summary>
    /// <exception cref="KubernetesApiException">NotFound: the server has no such kind.</exception>
    public Task<ResourceDefinition> FindAsync(GroupVersionKind kind, CancellationToken cancellationToken = default) =>
        FindInVersionAsync(kind.Group, kind.Version, resource => resource.Definition.Kind.Kind == kind.Kind, $"kind {kind.Kind}", cancellationToken);

    /// <summary>The kind of a resource.</summary>
    /// <exception cref="KubernetesApiException">NotFound: the server has no such resource.</exception>
    public Task<ResourceDefinition> FindAsync(GroupVersionResource resource, CancellationToken cancellationToken = default) =>
        FindInVersionAsync(resource.Group, resource.Version, one => one.Definition.Plural == resource.Resource, $"resource {resource.Resource}", cancellationToken);

    /// <summary>The resource of a kind in the version that its group prefers.</summary>
    /// <param name="kind">The kind, such as <c>Deployment</c>.</param>
    /// <param name="group">Its group, empty for the core group; null when only one group should have such a kind.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="AmbiguousNameException">Several groups have such a kind.</exception>
    /// <exception cref="KubernetesApiException">NotFound: the server has no such kind.</exception>
    public Task<ResourceDefinition> FindKindAsync(string kind, string? group = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(kind);
        return FindAsync(group is null ? kind : $"{kind} of group '{group}'",
            all => all.Preferred.Where(resource => resource.Definition.Kind.Kind == kind && (group ?? resource.Definition.Kind.Group) == resource.Definition.Kind.Group),
            cancellationToken);
    }

    /// <summary>The resource that somebody names, as kubectl understands it: <c>deployments</c>, <c>deployment</c>, <c>deploy</c>, <c>deployments.apps</c>, <c>deployments.v1.apps</c>.</summary>
    /// <remarks>Of several groups that have such a name the one counts that the server puts first: <c>events</c> are those of the core group.</remarks>
    /// <param name="name">A plural, singular or short name, alone, with a group, or with a version and a group.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="KubernetesApiException">NotFound: the server has none.</exception>
    public Task<ResourceDefinition> FindNamedAsync(string name, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return FindAsync(name, all => Named(all, name.ToLowerInvariant()).Take(1), cancellationToken);
    }

    private static IEnumerable<ApiResource> Named(ServerResources all, string name)
    {
        var parts = name.Split('.', 3);
        var first = parts[0];
        if (parts.Length == 1)
            return ByPlural(all.Preferred.Where(resource => resource.IsNamed(first)), first);
        if (parts.Length == 3 && all.Version(parts[2], parts[1]) is { } version)
            return version.Resources.Where(resource => resource.IsNamed(first));
        var group = name[(first.Length + 1)..];
        return all.Preferred.Where(resource => resource.Definition.Kind.Group == group && resource.IsNamed(first));
    }

    // Who names a plural or a kind in full doesn't mean the short name of another.
    private static IEnumerable<ApiResource> ByPlural(IEnumerable<ApiResource> found, string name)
    {
        var all = found.ToList();
        return all.Where(resource => !resource.ShortNames.Contains(name, StringComparer.Ordinal)) is var exact && exact.Any() ? exact : all;
    }

    private async Task<ResourceDefinition> FindAsync(string name, Func<ServerResources, IEnumerable<ApiResource>> choose, CancellationToken cancellationToken)
    {
        var found = Choose(await Discovery.GetResourcesAsync(cancellationToken: cancellationToken));
        if (found.Count == 0)
            found = Choose(await Discovery.GetResourcesAsync(refresh: true, cancellationToken));
        return found.Count switch
        {
            0 => throw NotFound($"the API server has no resource '{name}'"),
            1 => found[0],
            _ => throw new AmbiguousNameException(name, found),
        };

        List<ResourceDefinition> Choose(ServerResources all) => [.. choose(all).Select(static resource => resource.Definition)];
    }

    private async Task<ResourceDefinition> FindInVersionAsync(string group, string version, Func<ApiResource, bool> isIt, string name, CancellationToken cancellationToken)
    {
        var remembered = await Discovery.FindRememberedAsync(group, version);
        var found = remembered?.Resources.FirstOrDefault(isIt)
            ?? (await Discovery.GetVersionAsync(group, version, refresh: true, cancellationToken)).Resources.FirstOrDefault(isIt);
        return found?.Definition
            ?? throw NotFound($"the API server knows {new GroupVersionKind(group, version, "").ApiVersion}, but no {name} in it");
    }

    private static KubernetesApiException NotFound(string message) =>
        new(new V1Status { Code = 404, Reason = nameof(StatusReason.NotFound), Message = message });
}
