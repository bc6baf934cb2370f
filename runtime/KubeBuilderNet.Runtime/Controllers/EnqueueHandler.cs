using KubeBuilderNet.Caching;
using KubeBuilderNet.Reconciling;

namespace KubeBuilderNet.Controllers;

/// <summary>Turns changes of objects into requests: after an update both what the old and what the new object point at.</summary>
internal sealed class EnqueueHandler<T>(Func<T, IEnumerable<ReconcileRequest>> map, Action<ReconcileRequest> enqueue) : IResourceHandler<T>
    where T : class
{
    public void OnAdded(T resource, bool isInInitialList) => Enqueue(resource);

    public void OnUpdated(T before, T after)
    {
        Enqueue(before);
        Enqueue(after);
    }

    public void OnDeleted(T resource, bool finalStateUnknown) => Enqueue(resource);

    private void Enqueue(T resource)
    {
        foreach (var request in map(resource))
            enqueue(request);
    }
}
