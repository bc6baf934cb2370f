using System.Runtime.ExceptionServices;
using k8s;
using k8s.Models;
using KubeBuilderNet.Client;

namespace KubeBuilderNet.Finalizers;

/// <summary>What must be done before an object may go, each part under a name of its own.</summary>
/// <remarks>Follows controller-runtime's <c>finalizer.Finalizers</c>. Register all before the first object is reconciled; then it may be used by many threads.</remarks>
/// <typeparam name="T">The objects' class.</typeparam>
/// <param name="client">Writes to the server.</param>
public sealed class FinalizerSet<T>(IClient client)
    where T : class, IKubernetesObject<V1ObjectMeta>
{
    private readonly OrderedDictionary<string, Func<T, CancellationToken, Task>> _finalizers = new(StringComparer.Ordinal);

    /// <summary>Adds a part.</summary>
    /// <param name="name">A qualified name such as <c>apps.example.com/bucket</c>; it is stored in the objects, so don't change it later.</param>
    /// <param name="finalize">Does the work. It may be called again after it has succeeded, and must then do nothing.</param>
    /// <exception cref="ArgumentException">The name isn't qualified by a domain, or was registered before.</exception>
    public FinalizerSet<T> Register(string name, Func<T, CancellationToken, Task> finalize)
    {
        ArgumentNullException.ThrowIfNull(finalize);
        FinalizerExtensions.ThrowIfUnqualified(name);
        if (!_finalizers.TryAdd(name, finalize))
            throw new ArgumentException($"There is a finalizer '{name}' already.", nameof(name));
        return this;
    }

    /// <summary>
    /// Puts the names on an object, or, when it is being deleted, does the work of those that are still on it and takes each off whose work is
    /// done. All are called, in their order, even when one fails; what fails is thrown afterwards, so that the controller tries again.
    /// </summary>
    /// <param name="resource">The object as last read; it isn't changed itself.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="AggregateException">Several have failed; one failure is thrown as it is.</exception>
    public async Task<Finalization<T>> FinalizeAsync(T resource, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(resource);
        if (!resource.IsBeingDeleted())
        {
            var stored = await FinalizerExtensions.EnsureFinalizersAsync(client, resource, _finalizers.Keys, cancellationToken);
            // A deletion that began meanwhile is seen by the next call.
            return new Finalization<T>(stored, stored.IsBeingDeleted());
        }
        var done = new List<string>();
        var failures = new List<Exception>();
        foreach (var (name, finalize) in _finalizers)
        {
            if (!resource.HasFinalizer(name))
                continue;
            try
            {
                await finalize(resource, cancellationToken);
                done.Add(name);
            }
            catch (Exception e)
            {
                failures.Add(e);
            }
        }
        if (done.Count > 0)
            resource = await FinalizerExtensions.RemoveFinalizersAsync(client, resource, done, cancellationToken);
        if (failures.Count > 1)
            throw new AggregateException($"{failures.Count} finalizers of {ObjectKey.Of(resource)} failed.", failures);
        if (failures.Count == 1)
            ExceptionDispatchInfo.Throw(failures[0]);
        return new Finalization<T>(resource, true);
    }
}
