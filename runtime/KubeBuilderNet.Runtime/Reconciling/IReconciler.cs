namespace KubeBuilderNet.Reconciling;

/// <summary>Makes the world as one object says it should be. The one interface that an operator's author implements.</summary>
/// <remarks>
/// Follows controller-runtime's <c>reconcile.Reconciler</c>. It is told a key, never an event: read the object from an
/// <see cref="Caching.ILister{T}"/>, and take its absence as its deletion. It is called again after an exception, with a growing wait, and
/// whenever the object or one it owns or watches changes; so it must be safe to repeat. It is never called for one key twice at a time.
/// </remarks>
/// <typeparam name="T">The class of the objects.</typeparam>
public interface IReconciler<T>
    where T : class
{
    /// <summary>Brings one object a step towards what it says.</summary>
    /// <param name="request">Which object.</param>
    /// <param name="cancellationToken">Cancelled when the program stops, or when the reconcile takes too long.</param>
    /// <exception cref="TerminalException">Trying again is useless until the object changes.</exception>
    Task<ReconcileResult> ReconcileAsync(ReconcileRequest request, CancellationToken cancellationToken);
}
