using k8s.Models;
using KubeBuilderNet.Reconciling;

namespace KubeBuilderNet.Controllers;

/// <summary>From an object to the requests that its change asks for.</summary>
internal static class Mapping
{
    internal static IEnumerable<ReconcileRequest> ToItself(IMetadata<V1ObjectMeta> resource) => [new(ObjectKey.Of(resource))];

    /// <summary>The owner that controls the object, if it is of the kind given, whichever its version.</summary>
    internal static IEnumerable<ReconcileRequest> ToController(IMetadata<V1ObjectMeta> resource, ResourceDefinition owner)
    {
        foreach (var reference in resource.Metadata.OwnerReferences ?? [])
        {
            if (reference.Controller != true || reference.Kind != owner.Kind.Kind || GroupOf(reference.ApiVersion) is var group && !group.SequenceEqual(owner.Kind.Group))
                continue;
            var @namespace = owner.Scope == ResourceScope.Cluster ? "" : resource.Metadata.NamespaceProperty ?? "";
            return [new ReconcileRequest(@namespace, reference.Name)];
        }
        return [];
    }

    private static ReadOnlySpan<char> GroupOf(string? apiVersion)
    {
        var slash = apiVersion?.IndexOf('/', StringComparison.Ordinal) ?? -1;
        return slash < 0 ? [] : apiVersion.AsSpan(0, slash);
    }
}
