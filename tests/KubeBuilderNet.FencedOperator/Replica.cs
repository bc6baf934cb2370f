namespace KubeBuilderNet.FencedOperator;

/// <summary>One process of several, of which one leads.</summary>
/// <param name="Name">What it writes into what it reconciles.</param>
public sealed record Replica(string Name)
{
    /// <summary>When others take over.</summary>
    public static readonly TimeSpan LeaseDuration = TimeSpan.FromSeconds(4);

    /// <summary>When the leader gives up: on a busy machine it may take long to hear of an answer, and some time to stop.</summary>
    public static readonly TimeSpan RenewDeadline = TimeSpan.FromSeconds(2.5);

    /// <summary>How often everybody tries.</summary>
    public static readonly TimeSpan RetryPeriod = TimeSpan.FromSeconds(0.3);
}
