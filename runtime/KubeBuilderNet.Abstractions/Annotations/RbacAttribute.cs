namespace KubeBuilderNet.Annotations;

/// <summary>Grants the operator what the class below it needs. All grants of a project become its manager's role.</summary>
/// <remarks>
/// Follows <c>+kubebuilder:rbac</c>: rules are split, merged and sorted as controller-gen does it. Several groups or resources
/// are written with commas: <c>[Rbac("apps", "deployments,statefulsets", Verbs.All)]</c>.
/// </remarks>
/// <param name="groups">API groups, comma-separated; empty or <c>core</c> for the core group.</param>
/// <param name="resources">Plural names, comma-separated, with subresources as <c>deployments/status</c>.</param>
/// <param name="verbs">What is allowed.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Assembly, AllowMultiple = true, Inherited = false)]
public sealed class RbacAttribute(string groups, string resources, Verbs verbs) : Attribute
{
    /// <summary>Grants access to <see cref="Urls"/>, which are no resources: <c>[Rbac(Verbs.Get, Urls = "/metrics")]</c>.</summary>
    /// <param name="verbs">What is allowed.</param>
    public RbacAttribute(Verbs verbs)
        : this("", "", verbs)
    {
    }

    /// <summary>API groups, comma-separated.</summary>
    public string Groups { get; } = groups;

    /// <summary>Plural names, comma-separated.</summary>
    public string Resources { get; } = resources;

    /// <summary>What is allowed.</summary>
    public Verbs Verbs { get; } = verbs;

    /// <summary>Limits the rule to objects of these names, comma-separated.</summary>
    public string? ResourceNames { get; set; }

    /// <summary>Paths that are no resources, comma-separated, such as <c>/metrics</c>.</summary>
    public string? Urls { get; set; }

    /// <summary>Verbs beyond <see cref="KubeBuilderNet.Verbs"/>, comma-separated, such as <c>use</c>, <c>bind</c> or the wildcard <c>*</c>.</summary>
    public string? OtherVerbs { get; set; }

    /// <summary>Puts the rule into a Role of each of these namespaces, comma-separated, instead of the ClusterRole.</summary>
    public string? Namespace { get; set; }

    /// <summary>The name of the role.</summary>
    /// <value>Default: <c>manager-role</c>, or the build's <c>KubeBuilderRoleName</c>.</value>
    public string? RoleName { get; set; }
}
