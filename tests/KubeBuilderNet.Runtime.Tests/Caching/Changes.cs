using System.Collections.Concurrent;
using k8s.Models;
using KubeBuilderNet.Caching;

namespace KubeBuilderNet.Runtime.Tests.Caching;

/// <summary>Keeps what it is told of, as <c>+a</c>, <c>~a</c>, <c>=a</c> (an update without a change), <c>-a</c>, <c>-a?</c>.</summary>
internal sealed class Changes : IResourceHandler<V1ConfigMap>
{
    internal ConcurrentQueue<string> All { get; } = [];

    public void OnAdded(V1ConfigMap resource, bool isInInitialList) => All.Enqueue("+" + resource.Metadata.Name);

    public void OnUpdated(V1ConfigMap before, V1ConfigMap after) => All.Enqueue((ReferenceEquals(before, after) ? "=" : "~") + after.Metadata.Name);

    public void OnDeleted(V1ConfigMap resource, bool finalStateUnknown) => All.Enqueue("-" + resource.Metadata.Name + (finalStateUnknown ? "?" : ""));
}
