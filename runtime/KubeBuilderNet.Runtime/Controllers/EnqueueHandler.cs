using k8s.Models;
using KubeBuilderNet.Caching;
using KubeBuilderNet.Queueing;
using KubeBuilderNet.Reconciling;

namespace KubeBuilderNet.Controllers;

/// <summary>Turns changes of objects into requests: after an update both what the old and what the new object point at.</summary>
/// <remarks>What was there at the start, and what only a resync speaks of, is of low priority, as with controller-runtime's <c>WithLowPriorityWhenUnchanged</c>.</remarks>
internal sealed class EnqueueHandler<T>(Func<T, IEnumerable<ReconcileRequest>> map, Action<ReconcileRequest, int> enqueue) : IResourceHandler<T>
    where T : class, IMetadata<V1ObjectMeta>
{
    public void OnAdded(T resource, bool isInInitialList) => Enqueue(resource, isInInitialList ? AddOptions.LowPriority : 0);

    public void OnUpdated(T before, T after)
    {
        var priority = before.Metadata.ResourceVersion == after.Metadata.ResourceVersion ? AddOptions.LowPriority : 0;
        // Each once: a worker may have begun with the first by the time the second comes, and would begin again.
        var mapped = map(after);
        var requests = mapped as IReadOnlyCollection<ReconcileRequest> ?? [.. mapped];
        foreach (var request in requests)
            enqueue(request, priority);
        foreach (var request in map(before))
        {
            if (!requests.Contains(request))
                enqueue(request, priority);
        }
    }

    public void OnDeleted(T resource, bool finalStateUnknown) => Enqueue(resource, 0);

    private void Enqueue(T resource, int priority)
    {
        foreach (var request in map(resource))
            enqueue(request, priority);
    }
}
