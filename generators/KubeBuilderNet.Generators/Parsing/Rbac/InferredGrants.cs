using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;
using KubeBuilderNet.Generators.Parsing.Controllers;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing.Rbac;

/// <summary>What a reconciler needs by its nature: its own kind, what it owns and watches, events, and a lease to be the only one.</summary>
internal static class InferredGrants
{
    private const string SystemNamespace = "system";
    private const string LeaderElectionRole = "leader-election-role";

    private static readonly string[] OwnVerbs = ["get", "list", "patch", "update", "watch"];
    private static readonly string[] StatusVerbs = ["get", "patch", "update"];
    private static readonly string[] OwnedVerbs = ["create", "delete", "get", "list", "patch", "update", "watch"];
    private static readonly string[] WatchedVerbs = ["get", "list", "watch"];
    private static readonly string[] EventVerbs = ["create", "patch"];
    private static readonly PolicyRule Events = Rule(["events.k8s.io"], "events", EventVerbs);

    // Its namespace is the operator's: kustomize puts the real one in place of this name.
    private static readonly RbacGrant[] OfEveryManager =
    [
        new(EquatableArray.Of(SystemNamespace), LeaderElectionRole, Events, null),
        new(EquatableArray.Of(SystemNamespace), LeaderElectionRole, Rule(["coordination.k8s.io"], "leases", OwnedVerbs), null),
    ];

    /// <summary>Nothing for a class that isn't a reconciler, or where it or its project turns inference off.</summary>
    public static EquatableArray<RbacGrant> Of(INamedTypeSymbol? type) =>
        OfController(type) is { Count: > 0 } own ? own.Concat(OfEveryManager).ToEquatableArray() : EquatableArray<RbacGrant>.Empty;

    /// <summary>The same without what the manager needs to be the only one.</summary>
    public static EquatableArray<RbacGrant> OfController(INamedTypeSymbol? type)
    {
        if (type is null || type.IsAbstract)
            return EquatableArray<RbacGrant>.Empty;
        var reconciled = Resources(ControllerKinds.Reconciled(type)).ToList();
        if (reconciled.Count == 0 || IsTurnedOff(type) || IsTurnedOff(type.ContainingAssembly))
            return EquatableArray<RbacGrant>.Empty;
        return reconciled.SelectMany(OfReconciled)
            .Concat(Resources(ControllerKinds.Owned(type)).Select(resource => Grant(resource, "", OwnedVerbs)))
            .Concat(Resources(ControllerKinds.Watched(type)).Select(resource => Grant(resource, "", WatchedVerbs)))
            .Append(RbacGrant.Of(Events))
            .ToEquatableArray();
    }

    private static IEnumerable<ResourceReference> Resources(IEnumerable<INamedTypeSymbol> kinds) => kinds.Select(Whole).Select(ResourceReference.Of).OfType<ResourceReference>();

    // An object's metadata is read by the rights to the object.
    private static INamedTypeSymbol Whole(INamedTypeSymbol kind) =>
        kind is { TypeArguments: [INamedTypeSymbol whole] } && kind.Is("KubeBuilderNet", "PartialObjectMetadata") ? whole : kind;

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
