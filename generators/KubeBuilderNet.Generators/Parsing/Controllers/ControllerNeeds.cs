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
        return Of(declared.Concat(InferredGrants.OfController(reconciler)));
    }

    /// <summary>The needs of what is no reconciler: an assembly, a webhook. A role of a name of its own may be for people, and isn't asked about.</summary>
    public static OtherNeeds OfOther(GeneratorAttributeSyntaxContext found, CancellationToken cancellation)
    {
        var isController = found.TargetSymbol is INamedTypeSymbol type && ControllerParser.IsController(type);
        var grants = isController ? [] : RbacParser.Parse(found.Attributes, cancellation).Where(grant => grant.RoleName is null);
        return new OtherNeeds(found.TargetSymbol.Name, Of(grants));
    }

    /// <summary>One for each name, its rules normalized, whatever the files' order.</summary>
    public static EquatableArray<OtherNeeds> Merge(IEnumerable<OtherNeeds> all) => all
        .GroupBy(one => one.Who, StringComparer.Ordinal)
        .OrderBy(same => same.Key, StringComparer.Ordinal)
        .Select(same => new OtherNeeds(same.Key, Normalize(same.SelectMany(one => one.Needs))))
        .ToEquatableArray();

    private static EquatableArray<NeededRule> Of(IEnumerable<RbacGrant> grants) => Normalize(grants.Where(grant => grant.Rule is not null).SelectMany(Split));

    private static EquatableArray<NeededRule> Normalize(IEnumerable<NeededRule> needs) => needs
        .GroupBy(need => (need.Namespaces, need.IsClusterScoped), need => need.Rule)
        .OrderBy(group => string.Join(",", group.Key.Namespaces), StringComparer.Ordinal)
        .ThenBy(group => group.Key.IsClusterScoped)
        .SelectMany(group => PolicyRules.Normalize(group).Select(rule => new NeededRule(rule, group.Key.Namespaces, group.Key.IsClusterScoped)))
        .ToEquatableArray();

    private static IEnumerable<NeededRule> Split(RbacGrant grant) => PolicyRules.Split(grant.Rule!)
        .Select(rule => new NeededRule(rule, grant.Namespaces, grant.IsClusterWide || ClusterScopedResources.HasOnly(rule)));
}
