using k8s;
using k8s.Models;

namespace KubeBuilderNet.Annotations;

/// <summary>On a reconciler: a change to an object of another kind reconciles the objects that a method names.</summary>
/// <remarks>
/// Follows controller-runtime's <c>Builder.Watches</c> with <c>handler.EnqueueRequestsFromMapFunc</c>. The method is called for the old and for
/// the new state of the object, and must not change it.
/// </remarks>
/// <typeparam name="T">The kind that is watched; with <see cref="PartialObjectMetadata{T}"/> of it, its metadata alone is read and kept.</typeparam>
/// <param name="map">
/// The name of a method of the reconciler, static or not, that isn't private: <c>IEnumerable&lt;ReconcileRequest&gt; Map(T changed)</c>.
/// </param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class WatchesAttribute<T>(string map) : Attribute
    where T : IKubernetesObject<V1ObjectMeta>
{
    /// <summary>The name of the method that says which objects a change is about.</summary>
    public string Map { get; } = map;

    /// <summary>
    /// Which changes count: the name of a static property or field of the reconciler that holds an <c>IPredicate&lt;T&gt;</c>, or of one of the
    /// usual predicates, as in <c>nameof(Predicate.GenerationChanged)</c>.
    /// </summary>
    /// <value>Default: null, for all changes.</value>
    public string? Predicate { get; set; }

    /// <summary>The name of the cluster that has the objects, as <c>AddCluster</c> was told it; no rights to it are inferred.</summary>
    /// <value>Default: null, for the operator's own.</value>
    public string? Cluster { get; set; }
}
