using BenchmarkDotNet.Attributes;
using KubeBuilderNet.Queueing;
using KubeBuilderNet.Reconciling;

namespace KubeBuilderNet.Benchmarks.Runtime;

/// <summary>What one add costs, all told, when eight add and eight work at the same time.</summary>
[MemoryDiagnoser]
public class SharedQueueBenchmarks
{
    private const int Count = 80_000;
    private const int Threads = 8;
    private readonly ReconcileRequest[] _unique = [.. Enumerable.Range(0, Count).Select(i => new ReconcileRequest("default", $"object-{i}"))];
    private ReconcileRequest[] _halfDuplicates = [];

    [GlobalSetup]
    public void SetUp() => _halfDuplicates = [.. _unique.Take(Count / 2).SelectMany(request => new[] { request, request })];

    [Benchmark(OperationsPerInvoke = Count)]
    public Task Unique() => Run(new WorkQueue<ReconcileRequest>(), _unique);

    [Benchmark(OperationsPerInvoke = Count)]
    public Task HalfDuplicates() => Run(new WorkQueue<ReconcileRequest>(), _halfDuplicates);

    [Benchmark(OperationsPerInvoke = Count)]
    public async Task Priorities()
    {
        using var queue = new PriorityQueue<ReconcileRequest>(new ExponentialRateLimiter<ReconcileRequest>());
        await Run(queue, _unique);
    }

    private static async Task Run(WorkQueue<ReconcileRequest> queue, ReconcileRequest[] requests)
    {
        var workers = Enumerable.Range(0, Threads).Select(_ => Task.Run(async () =>
        {
            while (await queue.GetAsync() is { IsShutDown: false } item)
                queue.Done(item.Value);
        })).ToArray();
        await Task.WhenAll(Enumerable.Range(0, Threads).Select(producer => Task.Run(() =>
        {
            const int Share = Count / Threads;
            for (var i = producer * Share; i < (producer + 1) * Share; i++)
                queue.Add(requests[i]);
        })));
        await queue.ShutDownWithDrainAsync();
        await Task.WhenAll(workers);
    }
}
