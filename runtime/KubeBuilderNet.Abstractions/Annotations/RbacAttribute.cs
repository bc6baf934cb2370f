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
    /// <summary>API groups, comma-separated.</summary>
    public string Groups { get; } = groups;

    /// <summary>Plural names, comma-separated.</summary>
    public string Resources { get; } = resources;

    /// <summary>What is allowed.</summary>
    public Verbs Verbs { get; } = verbs;

    /// <summary>Limits the rule to objects of these names, comma-separated.</summary>
    public string? ResourceNames { get; set; }

    /// <summary>Puts the rule into a Role of this namespace instead of the ClusterRole.</summary>
    public string? Namespace { get; set; }
}
