using k8s.Models;

namespace KubeBuilderNet.Predicates;

/// <summary>Which changes of objects reach a controller.</summary>
/// <remarks>
/// Follows controller-runtime's <c>predicate.TypedPredicate</c>. A predicate of all objects is one of any class. It must be quick and must not
/// change the object; what it throws is logged, and the change doesn't reach the controller.
/// </remarks>
/// <typeparam name="T">The objects' class.</typeparam>
public interface IPredicate<in T>
    where T : class, IMetadata<V1ObjectMeta>
{
    /// <summary>Whether an object that is new, or was there at the start, is of interest.</summary>
    bool Added(T resource);

    /// <summary>Whether a change is of interest. A resync asks with the same object twice.</summary>
    bool Updated(T before, T after);

    /// <summary>Whether it is of interest that an object is gone.</summary>
    bool Deleted(T resource);
}
