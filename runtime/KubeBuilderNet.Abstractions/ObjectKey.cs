using k8s.Models;

namespace KubeBuilderNet;

/// <summary>Names one object of a kind: its namespace and name.</summary>
/// <remarks>Follows controller-runtime's <c>client.ObjectKey</c>. Cluster-scoped objects have an empty namespace.</remarks>
/// <param name="Namespace">The namespace, empty for a cluster-scoped object.</param>
/// <param name="Name">The object's name.</param>
public readonly record struct ObjectKey(string Namespace, string Name)
{
    /// <summary>The key of a cluster-scoped object.</summary>
    public ObjectKey(string name) : this("", name)
    {
    }

    /// <summary>The key of <paramref name="resource"/>, read from its metadata.</summary>
    /// <exception cref="ArgumentException">The object has no name yet.</exception>
    public static ObjectKey Of(IMetadata<V1ObjectMeta> resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return resource.Metadata is { Name: { Length: > 0 } name } metadata
            ? new ObjectKey(metadata.NamespaceProperty ?? "", name)
            : throw new ArgumentException("The object has no metadata.name, so no key names it.", nameof(resource));
    }

    /// <inheritdoc/>
    public bool Equals(ObjectKey other) => Name == other.Name && Namespace == other.Namespace;

    /// <inheritdoc/>
    public override int GetHashCode() => KeyHash.Of(Namespace, Name);

    /// <summary><c>namespace/name</c>, or the name alone when there is no namespace.</summary>
    public override string ToString() => string.IsNullOrEmpty(Namespace) ? Name : $"{Namespace}/{Name}";
}
