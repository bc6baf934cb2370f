using BenchmarkDotNet.Attributes;
using KubeBuilderNet.Queueing;
using KubeBuilderNet.Reconciling;

namespace KubeBuilderNet.Benchmarks.Runtime;

/// <summary>What one add, get and done costs, with the keys that controllers use, a hundred waiting at a time.</summary>
[MemoryDiagnoser]
public class QueueBenchmarks : IDisposable
{
    private const int Count = 10_000;
    private const int Batch = 100;
    private readonly WorkQueue<ReconcileRequest> _queue = new();
    private readonly RateLimitingQueue<ReconcileRequest> _rateLimited = new(new ExponentialRateLimiter<ReconcileRequest>());
    private readonly PriorityQueue<ReconcileRequest> _priorities = new(new ExponentialRateLimiter<ReconcileRequest>());
    private readonly ReconcileRequest[] _unique = [.. Enumerable.Range(0, Count).Select(i => new ReconcileRequest("default", $"object-{i}"))];
    private ReconcileRequest[] _halfDuplicates = [];

    [GlobalSetup]
    public void SetUp() => _halfDuplicates = [.. _unique.Take(Count / 2).SelectMany(request => new[] { request, request })];

    [Benchmark(OperationsPerInvoke = Count)]
    public Task Unique() => Run(_queue, _unique);

    [Benchmark(OperationsPerInvoke = Count)]
    public Task HalfDuplicates() => Run(_queue, _halfDuplicates);

    [Benchmark(OperationsPerInvoke = Count)]
    public Task RateLimitedWithForget() => RunWithForget(_unique);

    [Benchmark(OperationsPerInvoke = Count)]
    public Task HalfDuplicatesRateLimitedWithForget() => RunWithForget(_halfDuplicates);

    [Benchmark(OperationsPerInvoke = Count)]
    public async Task Priorities()
    {
        for (var i = 0; i < Count; i += Batch)
        {
            for (var j = i; j < i + Batch; j++)
                _priorities.Add(_unique[j], new AddOptions { Priority = j % 2 == 0 ? 0 : AddOptions.LowPriority });
            while (_priorities.Count > 0)
                _priorities.Done((await _priorities.GetAsync()).Value);
        }
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _rateLimited.Dispose();
        _priorities.Dispose();
        GC.SuppressFinalize(this);
    }

    private async Task RunWithForget(ReconcileRequest[] requests)
    {
        for (var i = 0; i < Count; i += Batch)
        {
            for (var j = i; j < i + Batch; j++)
                _rateLimited.Add(requests[j]);
            while (_rateLimited.Count > 0)
            {
                var item = (await _rateLimited.GetAsync()).Value;
                _rateLimited.Forget(item);
                _rateLimited.Done(item);
            }
        }
    }

    private static async Task Run(WorkQueue<ReconcileRequest> queue, ReconcileRequest[] requests)
    {
        for (var i = 0; i < Count; i += Batch)
        {
            for (var j = i; j < i + Batch; j++)
                queue.Add(requests[j]);
            while (queue.Count > 0)
                queue.Done((await queue.GetAsync()).Value);
        }
    }
}
