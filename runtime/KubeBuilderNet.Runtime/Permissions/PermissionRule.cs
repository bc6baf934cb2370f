namespace KubeBuilderNet.Permissions;

/// <summary>A right that a controller needs, in the words of <c>[Rbac]</c>. Lists have commas between their items.</summary>
/// <param name="Groups">API groups; empty for the core group.</param>
/// <param name="Resources">Plural names, with subresources as <c>deployments/status</c>.</param>
/// <param name="Verbs">What must be allowed, such as <c>get,list,watch</c>.</param>
public sealed record PermissionRule(string Groups, string Resources, string Verbs)
{
    /// <summary>The objects that it is about.</summary>
    /// <value>Default: empty, for all.</value>
    public string ResourceNames { get; init; } = "";

    /// <summary>Paths that are no resources, such as <c>/metrics</c>; then groups and resources are empty.</summary>
    public string Urls { get; init; } = "";

    /// <summary>The namespaces where it is needed; <c>system</c> is the operator's own, as in a scaffolded <c>config/</c>.</summary>
    /// <value>Default: empty, for those that the cache of the resource reads, or else the manager.</value>
    public string Namespaces { get; init; } = "";

    /// <summary>Whether the resources have no namespaces.</summary>
    /// <value>Default: false; a resource that has a cache is known better.</value>
    public bool IsClusterScoped { get; init; }
}
