namespace KubeBuilderNet.FencedOperator;

/// <summary>One process of several, of which one leads.</summary>
/// <param name="Name">What it writes into what it reconciles.</param>
public sealed record Replica(string Name)
{
    /// <summary>Twice the deadline: a leader that could not renew has as long to stop as it had to renew.</summary>
    public static readonly TimeSpan LeaseDuration = TimeSpan.FromSeconds(3);

    /// <summary>When the leader gives up.</summary>
    public static readonly TimeSpan RenewDeadline = TimeSpan.FromSeconds(1.5);

    /// <summary>How often everybody tries.</summary>
    public static readonly TimeSpan RetryPeriod = TimeSpan.FromSeconds(0.3);
}
