using k8s;
using k8s.Models;

namespace KubeBuilderNet.Annotations;

/// <summary>On a reconciler: which changes of its own kind reach it. Without it all do.</summary>
/// <remarks>Follows controller-runtime's <c>Builder.For</c> with <c>builder.WithPredicates</c>.</remarks>
/// <typeparam name="T">The kind that it reconciles.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ForAttribute<T> : Attribute
    where T : IKubernetesObject<V1ObjectMeta>
{
    /// <summary>
    /// Which changes count: the name of a static property or field of the reconciler that holds an <c>IPredicate&lt;T&gt;</c>, or of one of the
    /// usual predicates, as in <c>nameof(Predicate.GenerationChanged)</c>.
    /// </summary>
    /// <value>Default: null, for all changes.</value>
    public string? Predicate { get; set; }
}
