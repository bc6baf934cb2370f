using KubeBuilderNet.Generators.Emit;
using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;
using KubeBuilderNet.Generators.Parsing.Rbac;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing.Controllers;

/// <summary>What a reconciler must be allowed: its <c>[Rbac]</c> rules, and what is inferred of it.</summary>
internal static class ControllerNeeds
{
    public static EquatableArray<NeededRule> Of(INamedTypeSymbol reconciler, CancellationToken cancellation)
    {
        var declared = RbacParser.Parse(reconciler.GetAttributes().Where(attribute => attribute.AttributeClass.Is(KnownTypeNames.Annotations, "RbacAttribute")), cancellation);
        return declared.Concat(InferredGrants.OfController(reconciler))
            .Where(grant => grant.Rule is not null)
            .SelectMany(Split)
            .GroupBy(need => (need.Namespaces, need.IsClusterScoped), need => need.Rule)
            .OrderBy(group => string.Join(",", group.Key.Namespaces), StringComparer.Ordinal)
            .ThenBy(group => group.Key.IsClusterScoped)
            .SelectMany(group => PolicyRules.Normalize(group).Select(rule => new NeededRule(rule, group.Key.Namespaces, group.Key.IsClusterScoped)))
            .ToEquatableArray();
    }

    private static IEnumerable<NeededRule> Split(RbacGrant grant) => PolicyRules.Split(grant.Rule!)
        .Select(rule => new NeededRule(rule, grant.Namespaces, grant.IsClusterWide || ClusterScopedResources.HasOnly(rule)));
}
