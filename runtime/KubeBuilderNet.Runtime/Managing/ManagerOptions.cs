using KubeBuilderNet.LeaderElection;
using KubeBuilderNet.Metrics;
using KubeBuilderNet.Permissions;

namespace KubeBuilderNet.Managing;

/// <summary>What the manager of an operator watches and serves, and how it starts and stops.</summary>
/// <remarks>
/// Follows controller-runtime's <c>manager.Options</c>, and the flags of kubebuilder's main.go. An option with a flag is taken from the command
/// line, else from the application's configuration: there <c>leader-elect</c> in a file is <c>LEADER_ELECT</c> in the environment. What
/// code sets wins over both.
/// </remarks>
public sealed class ManagerOptions : ClusterOptions
{
    /// <summary>How long the caches may take to fill at the start before the program gives up.</summary>
    /// <value>Default: 2 minutes.</value>
    public TimeSpan CacheSyncTimeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How long reconciles in flight may take to end when the program stops; keep it below the host's shut-down timeout of 30 s.</summary>
    /// <value>Default: 20 s.</value>
    public TimeSpan GracefulShutdownTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>
    /// Where <c>/healthz</c> and <c>/readyz</c> are served: <c>:8081</c>, <c>127.0.0.1:8081</c>; <c>0</c> for nowhere. Flag
    /// <c>health-probe-bind-address</c>.
    /// </summary>
    /// <value>Default: <c>:8081</c> in a pod, <c>0</c> elsewhere, where several operators may share a machine.</value>
    public string HealthProbeBindAddress { get; set; } = "0";

    /// <summary>Where and how metrics are served.</summary>
    public MetricsOptions Metrics { get; } = new();

    /// <summary>Whether and how one of several replicas is chosen to reconcile.</summary>
    public LeaderElectionOptions LeaderElection { get; } = new();

    /// <summary>What happens when the API server says at the start that the operator may not do all that its controllers need.</summary>
    /// <value>Default: <see cref="PermissionCheck.Warn"/>.</value>
    public PermissionCheck PermissionCheck { get; set; }

    /// <summary>Ends the process; tests put something else here.</summary>
    internal Action<int> Exit { get; set; } = Environment.Exit;
}
