using KubeBuilderNet.Queueing;
using KubeBuilderNet.Reconciling;

namespace KubeBuilderNet.Controllers;

/// <summary>A controller as the manager sees it.</summary>
internal interface IController : IDisposable
{
    string Name { get; }

    RateLimitingQueue<ReconcileRequest> Queue { get; }

    int MaxConcurrentReconciles { get; }

    /// <summary>How many reconciles run now, those that outlasted their time included.</summary>
    int Active { get; }

    /// <summary>How long these have run, together; only true while somebody measures.</summary>
    double UnfinishedSeconds { get; }

    void Enqueue(ReconcileRequest request);

    /// <summary>Works until told to stop, then lets what is in flight end within the time given, or until told to abort.</summary>
    /// <returns>Whether all reconciles have ended; one that ignores its cancellation is abandoned.</returns>
    Task<bool> RunAsync(TimeSpan gracefulTimeout, CancellationToken stopping, CancellationToken abort = default);
}
