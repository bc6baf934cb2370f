using System.Runtime.CompilerServices;
using k8s.Models;
using KubeBuilderNet.Client;
using KubeBuilderNet.Client.Watching;
using KubeBuilderNet.Runtime.Tests.Caching;

namespace KubeBuilderNet.Benchmarks.Runtime;

/// <summary>A server that has nothing to list, tells of some objects as fast as they are taken, and then of nothing.</summary>
internal sealed class EventClient(V1ConfigMap[] events) : WatchedClient
{
    public override Task<ResourceList<T>> ListPageAsync<T>(ListOptions? options = null, CancellationToken cancellationToken = default) =>
        Task.FromResult(new ResourceList<T> { Items = [], Unreadable = [], ResourceVersion = "1" });

    public override async IAsyncEnumerable<WatchEvent<T>> WatchAsync<T>(WatchOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var item in events)
            yield return new WatchEvent<T>(WatchChangeType.Modified, (T)(object)item, item.Metadata.ResourceVersion);
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
    }
}
