using System.Collections.Concurrent;
using KubeBuilderNet.Caching;
using KubeBuilderNet.Reconciling;
using Microsoft.Extensions.Hosting;

namespace KubeBuilderNet.Benchmarks.Load;

/// <summary>Does nothing but count the objects that it is given, for the driver's third phase.</summary>
public sealed class CountingReconciler(CountingReconciler.Counter counter) : IReconciler<Bench>
{
    /// <inheritdoc/>
    public Task<ReconcileResult> ReconcileAsync(ReconcileRequest request, CancellationToken cancellationToken)
    {
        counter.Count(request.Key);
        return Task.FromResult(ReconcileResult.Done);
    }

    /// <summary>Says how far it is as the driver wants to hear it.</summary>
    public sealed class Counter(SharedInformerFactory informers) : BackgroundService
    {
        private readonly ConcurrentDictionary<ObjectKey, bool> _seen = new();
        private readonly int _expected = int.TryParse(Environment.GetEnvironmentVariable("BENCH_EXPECT"), out var expected) ? expected : 0;
        private int _count;

        internal void Count(ObjectKey key)
        {
            if (_seen.TryAdd(key, true) && Interlocked.Increment(ref _count) == _expected)
                Console.WriteLine($"BENCH done n={_expected}");
        }

        /// <inheritdoc/>
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            await informers.Get<Bench>().WaitForSyncAsync(stoppingToken);
            Console.WriteLine("BENCH synced");
        }
    }
}
