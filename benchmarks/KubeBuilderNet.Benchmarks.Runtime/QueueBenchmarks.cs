using BenchmarkDotNet.Attributes;
using KubeBuilderNet.Queueing;
using KubeBuilderNet.Reconciling;

namespace KubeBuilderNet.Benchmarks.Runtime;

/// <summary>What one add, get and done costs, with the keys that controllers use.</summary>
[MemoryDiagnoser]
public class QueueBenchmarks
{
    private const int Count = 10_000;
    private readonly ReconcileRequest[] _unique = [.. Enumerable.Range(0, Count).Select(i => new ReconcileRequest("default", $"object-{i}"))];
    private ReconcileRequest[] _halfDuplicates = [];

    [GlobalSetup]
    public void SetUp() => _halfDuplicates = [.. _unique.Take(Count / 2).SelectMany(request => new[] { request, request })];

    [Benchmark(OperationsPerInvoke = Count)]
    public Task<int> Unique() => Run(new WorkQueue<ReconcileRequest>(), _unique);

    [Benchmark(OperationsPerInvoke = Count)]
    public Task<int> HalfDuplicates() => Run(new WorkQueue<ReconcileRequest>(), _halfDuplicates);

    [Benchmark(OperationsPerInvoke = Count)]
    public async Task<int> RateLimitedWithForget()
    {
        using var queue = new RateLimitingQueue<ReconcileRequest>(new ExponentialRateLimiter<ReconcileRequest>());
        foreach (var request in _unique)
            queue.Add(request);
        var taken = 0;
        while (queue.Count > 0)
        {
            var item = (await queue.GetAsync()).Value;
            queue.Forget(item);
            queue.Done(item);
            taken++;
        }
        return taken;
    }

    private static async Task<int> Run(WorkQueue<ReconcileRequest> queue, ReconcileRequest[] requests)
    {
        foreach (var request in requests)
            queue.Add(request);
        var taken = 0;
        while (queue.Count > 0)
        {
            queue.Done((await queue.GetAsync()).Value);
            taken++;
        }
        return taken;
    }
}
