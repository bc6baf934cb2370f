namespace KubeBuilderNet.LeaderElection;

internal sealed class LeaderElector
{
    internal const double Jitter = 1.2;
}
