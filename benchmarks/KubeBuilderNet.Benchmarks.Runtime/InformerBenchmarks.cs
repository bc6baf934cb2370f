using BenchmarkDotNet.Attributes;
using k8s.Models;
using KubeBuilderNet.Caching;
using Microsoft.Extensions.Logging.Abstractions;

namespace KubeBuilderNet.Benchmarks.Runtime;

/// <summary>What an event costs from the watch through the queue of changes and the cache to a handler: 10,000 objects, all new, and all changed once.</summary>
[MemoryDiagnoser]
public class InformerBenchmarks
{
    private const int Objects = 10_000;
    private readonly V1ConfigMap[] _events = [.. Enumerable.Range(0, 2 * Objects).Select(i => new V1ConfigMap
    {
        Metadata = new V1ObjectMeta { Name = $"object-{i % Objects}", NamespaceProperty = "default", ResourceVersion = $"{i + 1}" },
    })];

    [Benchmark(OperationsPerInvoke = 2 * Objects)]
    public async Task Events()
    {
        using var stop = new CancellationTokenSource();
        var handler = new Counting(2 * Objects);
        var informer = new SharedInformer<V1ConfigMap>(new EventClient(_events), NullLogger.Instance, new InformerOptions<V1ConfigMap> { StreamLists = false });
        informer.AddHandler(handler);
        var running = informer.RunAsync(stop.Token);
        await handler.All;
        await stop.CancelAsync();
        await running;
    }

    // An object that changes before its first state is taken is one call for each state all the same.
    private sealed class Counting(int expected) : IResourceHandler<V1ConfigMap>
    {
        private readonly TaskCompletionSource _all = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _calls;

        internal Task All => _all.Task;

        public void OnAdded(V1ConfigMap resource, bool isInInitialList) => Count();

        public void OnUpdated(V1ConfigMap before, V1ConfigMap after) => Count();

        public void OnDeleted(V1ConfigMap resource, bool finalStateUnknown) => Count();

        private void Count()
        {
            if (++_calls == expected)
                _all.SetResult();
        }
    }
}
