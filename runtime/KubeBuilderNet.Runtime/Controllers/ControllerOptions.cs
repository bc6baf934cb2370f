using KubeBuilderNet.Queueing;
using KubeBuilderNet.Reconciling;

namespace KubeBuilderNet.Controllers;

/// <summary>How a controller works off its queue.</summary>
public sealed class ControllerOptions
{
    /// <summary>What logs and metrics call the controller; no other may have the name.</summary>
    /// <value>
    /// Default: the kind in lower case; for a reconciler not named after its kind its name with dashes: <c>captain-backup</c> of
    /// <c>CaptainBackupReconciler</c>.
    /// </value>
    public string? Name { get; set; }

    /// <summary>How many objects are reconciled at a time; one object never twice.</summary>
    /// <value>Default: 1.</value>
    public int MaxConcurrentReconciles { get; set; } = 1;

    /// <summary>
    /// How long one reconcile may take before it is cancelled and counted as failed, and other objects are reconciled in its place; also when it
    /// ignores that, or holds its thread. Its own object isn't reconciled again until it has ended.
    /// </summary>
    /// <value>Default: 10 minutes. <see cref="Timeout.InfiniteTimeSpan"/> for no limit.</value>
    public TimeSpan ReconcileTimeout { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How long the caches of what it watches may take to fill, and their objects to be queued, before the program gives up.</summary>
    /// <value>Default: null, for the manager's <see cref="Managing.ManagerOptions.CacheSyncTimeout"/>. <see cref="Timeout.InfiniteTimeSpan"/> for no limit.</value>
    public TimeSpan? CacheSyncTimeout { get; set; }

    /// <summary>
    /// Whether the queue is filled while another replica leads, so that it is full when this one takes over. Follows
    /// <c>EnableWarmup</c>. The caches are full in any case; until it leads, keys of objects that are long gone stay in the queue.
    /// </summary>
    /// <value>Default: false: the queue is filled from the caches when this replica leads.</value>
    public bool WarmUp { get; set; }

    /// <summary>How long a failed object waits.</summary>
    /// <value>Default: <see cref="MaxOfRateLimiter{T}.ForControllers"/>.</value>
    public IRateLimiter<ReconcileRequest>? RateLimiter { get; set; }

    /// <summary>
    /// Whether changes come before objects that were there at the start and those of which only a resync speaks: these wait at
    /// <see cref="AddOptions.LowPriority"/>. What is tried again keeps its priority.
    /// </summary>
    /// <value>Default: true. With false everything is worked off in the order in which it came.</value>
    public bool UsePriorityQueue { get; set; } = true;
}
