using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing.Rbac;

/// <summary>What a reconciler needs by its nature: its own kind, what it owns, events, and a lease to be the only one.</summary>
internal static class InferredGrants
{
    private const string SystemNamespace = "system";
    private const string LeaderElectionRole = "leader-election-role";

    private static readonly string[] OwnVerbs = ["get", "list", "patch", "update", "watch"];
    private static readonly string[] StatusVerbs = ["get", "patch", "update"];
    private static readonly string[] OwnedVerbs = ["create", "delete", "get", "list", "patch", "update", "watch"];
    private static readonly string[] EventVerbs = ["create", "patch"];
    private static readonly PolicyRule Events = Rule(["events.k8s.io"], "events", EventVerbs);

    // Its namespace is the operator's: kustomize puts the real one in place of this name.
    private static readonly RbacGrant[] OfEveryManager =
    [
        RbacGrant.Of(Events),
        new(EquatableArray.Of(SystemNamespace), LeaderElectionRole, Events, null),
        new(EquatableArray.Of(SystemNamespace), LeaderElectionRole, Rule(["coordination.k8s.io"], "leases", OwnedVerbs), null),
    ];

    /// <summary>Nothing for a class that isn't a reconciler, or where it or its project turns inference off.</summary>
    public static EquatableArray<RbacGrant> Of(INamedTypeSymbol? type)
    {
        if (type is null || type.IsAbstract)
            return EquatableArray<RbacGrant>.Empty;
        var reconciled = ControllerParser.Reconciled(type).Select(ResourceReference.Of).OfType<ResourceReference>().ToList();
        if (reconciled.Count == 0 || IsTurnedOff(type) || IsTurnedOff(type.ContainingAssembly))
            return EquatableArray<RbacGrant>.Empty;
        var owned = ControllerParser.Owned(type).Select(ResourceReference.Of).OfType<ResourceReference>();
        return reconciled.SelectMany(OfReconciled)
            .Concat(owned.Select(resource => Grant(resource, "", OwnedVerbs)))
            .Concat(OfEveryManager)
            .ToEquatableArray();
    }

    private static bool IsTurnedOff(ISymbol symbol) =>
        symbol.FindAttribute(KnownTypeNames.Annotations, "InferRbacAttribute")?.Argument(0) is false;

    // Setting owner references with blockOwnerDeletion asks for the right to update the owner's finalizers.
    private static IEnumerable<RbacGrant> OfReconciled(ResourceReference resource)
    {
        yield return Grant(resource, "", OwnVerbs);
        yield return Grant(resource, "/finalizers", ["update"]);
        if (resource.HasStatus)
            yield return Grant(resource, "/status", StatusVerbs);
    }

    private static RbacGrant Grant(ResourceReference resource, string subresource, string[] verbs) =>
        RbacGrant.Of(Rule([resource.Group], resource.Plural + subresource, verbs)) with { IsClusterWide = resource.IsClusterScoped };

    private static PolicyRule Rule(string[] groups, string resource, string[] verbs) =>
        new(EquatableArray.Of(groups), EquatableArray.Of(resource), EquatableArray<string>.Empty, EquatableArray.Of(verbs));
}
