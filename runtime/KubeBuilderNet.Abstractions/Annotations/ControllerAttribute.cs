namespace KubeBuilderNet.Annotations;

/// <summary>On a reconciler: how the controller that is generated for it works off its queue.</summary>
/// <remarks>Follows controller-runtime's <c>controller.Options</c>. What it can't say, <c>IKubeBuilder.ConfigureController</c> can.</remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ControllerAttribute : Attribute
{
    /// <summary>What logs and metrics call the controller; no other may have the name.</summary>
    /// <value>Default: the kind in lower case, or the reconciler's name with dashes.</value>
    public string? Name { get; set; }

    /// <summary>How many objects are reconciled at a time; one object never twice.</summary>
    /// <value>Default: 1.</value>
    public int MaxConcurrentReconciles { get; set; } = 1;

    /// <summary>How many seconds one reconcile may take before it is cancelled and counted as failed; -1 for no limit.</summary>
    /// <value>Default: 600.</value>
    public int ReconcileTimeoutSeconds { get; set; } = 600;

    /// <summary>How many seconds the caches of what it watches may take to fill before the program gives up; -1 for no limit.</summary>
    /// <value>Default: what the manager says: 120.</value>
    public int CacheSyncTimeoutSeconds { get; set; } = 120;

    /// <summary>Whether the queue is filled while another replica leads.</summary>
    /// <value>Default: false.</value>
    public bool WarmUp { get; set; }

    /// <summary>Whether changes come before objects that were there at the start and those of which only a resync speaks.</summary>
    /// <value>Default: true.</value>
    public bool UsePriorityQueue { get; set; } = true;
}
