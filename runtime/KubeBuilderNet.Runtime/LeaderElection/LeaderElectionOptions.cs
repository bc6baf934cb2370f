namespace KubeBuilderNet.LeaderElection;

/// <summary>Whether and how one of several replicas is chosen to reconcile. Follows client-go's <c>leaderelection.LeaderElectionConfig</c>.</summary>
public sealed class LeaderElectionOptions
{
    /// <summary>Whether a leader is elected; without it every replica reconciles. Flag <c>leader-elect</c>.</summary>
    /// <value>Default: false.</value>
    public bool Enabled { get; set; }

    /// <summary>The name of the Lease that the replicas share. Flag <c>leader-election-id</c>.</summary>
    /// <value>Default: null, for the program's name with a hash of it, the same in every version.</value>
    public string? Id { get; set; }

    /// <summary>The Lease's namespace. Flag <c>leader-election-namespace</c>.</summary>
    /// <value>Default: null, for the pod's own; outside a cluster it must be set.</value>
    public string? Namespace { get; set; }

    /// <summary>For how long others take the leader for alive after they saw it renew its Lease.</summary>
    /// <value>Default: 15 s. Above <see cref="RenewDeadline"/>; whole seconds.</value>
    public TimeSpan LeaseDuration { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>For how long the leader tries to renew its Lease before it gives up and the program ends.</summary>
    /// <value>Default: 10 s. Above 1.2 times <see cref="RetryPeriod"/>.</value>
    public TimeSpan RenewDeadline { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long everybody waits between two tries.</summary>
    /// <value>Default: 2 s.</value>
    public TimeSpan RetryPeriod { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Whether the leader gives its Lease back when it stops, so that another takes over at once.</summary>
    /// <value>Default: true. A Lease is kept all the same when a reconcile wouldn't end.</value>
    public bool ReleaseOnStop { get; set; } = true;
}
