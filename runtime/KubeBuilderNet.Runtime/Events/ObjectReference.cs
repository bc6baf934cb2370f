using k8s;
using k8s.Models;

namespace KubeBuilderNet.Events;

/// <summary>What an event says of an object, compared by value.</summary>
internal readonly record struct ObjectReference(string ApiVersion, string Kind, string Namespace, string Name, string Uid)
{
    internal static ObjectReference Of(IKubernetesObject<V1ObjectMeta> resource)
    {
        // An object from a list doesn't say its kind; its class does.
        var kind = string.IsNullOrEmpty(resource.Kind) || string.IsNullOrEmpty(resource.ApiVersion)
            ? ResourceDefinition.Of(resource.GetType()).Kind
            : GroupVersionKind.Parse(resource.ApiVersion, resource.Kind);
        var key = ObjectKey.Of(resource);
        return new ObjectReference(kind.ApiVersion, kind.Kind, key.Namespace, key.Name, resource.Metadata.Uid ?? "");
    }

    internal V1ObjectReference ToModel() => new()
    {
        ApiVersion = ApiVersion,
        Kind = Kind,
        NamespaceProperty = Namespace.Length > 0 ? Namespace : null,
        Name = Name,
        Uid = Uid.Length > 0 ? Uid : null,
    };
}
