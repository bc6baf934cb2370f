using k8s;
using k8s.Models;

namespace KubeBuilderNet.Annotations;

/// <summary>On a reconciler: its objects own objects of this kind, so a change to one reconciles its owner.</summary>
/// <remarks>Follows controller-runtime's <c>Builder.Owns</c>: the owner is the owner reference with <c>controller: true</c>.</remarks>
/// <typeparam name="T">The kind that is owned, such as <c>V1Deployment</c>; with <see cref="PartialObjectMetadata{T}"/> of it, its metadata alone is read and kept.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class OwnsAttribute<T> : Attribute
    where T : IKubernetesObject<V1ObjectMeta>
{
    /// <summary>
    /// Which changes count: the name of a static property or field of the reconciler that holds an <c>IPredicate&lt;T&gt;</c>, or of one of the
    /// usual predicates, as in <c>nameof(Predicate.GenerationChanged)</c>.
    /// </summary>
    /// <value>Default: null, for all changes.</value>
    public string? Predicate { get; set; }
}
