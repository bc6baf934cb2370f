using KubeBuilderNet.Generators.Diagnostics;
using KubeBuilderNet.Generators.Infrastructure;

namespace KubeBuilderNet.Generators.Model;

/// <summary>One <c>[Rbac]</c> attribute, its lists split and sorted; or what is wrong with it.</summary>
/// <remarks>
/// Each namespace gets a Role; without any, the rule belongs to the build's role namespace, or to a ClusterRole. Without a name the role
/// has the one that the build gives.
/// </remarks>
internal sealed record RbacGrant(EquatableArray<string> Namespaces, string? RoleName, PolicyRule? Rule, DiagnosticInfo? Diagnostic)
{
    /// <summary>Whether no role of a namespace could grant it: the kind has no namespace.</summary>
    public bool IsClusterWide { get; init; }

    public static RbacGrant Of(PolicyRule rule) => new(EquatableArray<string>.Empty, null, rule, null);
}

/// <summary>A rule of a role. Every list is sorted and has no element twice.</summary>
internal sealed record PolicyRule(
    EquatableArray<string> Groups, EquatableArray<string> Resources, EquatableArray<string> ResourceNames, EquatableArray<string> Verbs)
{
    /// <summary>Paths that are no resources; then there are no groups and no resources.</summary>
    public EquatableArray<string> Urls { get; init; } = EquatableArray<string>.Empty;
}
