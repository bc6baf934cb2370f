using KubeBuilderNet.Caching;
using KubeBuilderNet.Managing;
using KubeBuilderNet.Queueing;
using KubeBuilderNet.Reconciling;

namespace KubeBuilderNet.Controllers;

/// <summary>A controller as the manager sees it.</summary>
internal interface IController : IDisposable
{
    string Name { get; }

    PriorityQueue<ReconcileRequest> Queue { get; }

    ControllerOptions Options { get; }

    /// <summary>How many reconciles run now, those that outlasted their time included.</summary>
    int Active { get; }

    /// <summary>The caches that tell it of changes.</summary>
    IEnumerable<IInformer> Informers { get; }

    /// <summary>Its handlers at these; none before it is connected.</summary>
    IReadOnlyList<IHandlerRegistration> Handlers { get; }

    /// <summary>Has the caches tell its queue of what is there and of every change, unless they do already.</summary>
    void Connect();

    /// <summary>What else tells it of changes.</summary>
    IEnumerable<NamedRun> Sources { get; }

    /// <summary>Whether a reconcile may begin now: asked before each; the workers wait while it may not. Always by default.</summary>
    Func<bool> MayReconcile { get; set; }

    /// <summary>Asks for a reconcile. Those of high priority come first, unless the controller is told to mind none.</summary>
    void Enqueue(ReconcileRequest request, int priority = 0);

    /// <summary>Works until told to stop, then lets what is in flight end within the time given, or until told to abort.</summary>
    /// <returns>Whether all reconciles have ended; one that ignores its cancellation is abandoned.</returns>
    Task<bool> RunAsync(TimeSpan gracefulTimeout, CancellationToken stopping, CancellationToken abort = default);
}
