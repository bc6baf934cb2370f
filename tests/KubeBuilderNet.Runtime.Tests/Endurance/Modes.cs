namespace KubeBuilderNet.Runtime.Tests.Endurance;

/// <summary>What the objects say of themselves, and what the operator makes of it.</summary>
internal static class Modes
{
    internal const string Plain = "plain";

    /// <summary>Is looked at again every ten minutes.</summary>
    internal const string Periodic = "periodic";

    /// <summary>Takes three steps, each in a reconcile of its own.</summary>
    internal const string Stepwise = "stepwise";

    /// <summary>Can't be done as it stands.</summary>
    internal const string Impossible = "impossible";

    internal const string Want = "want";
    internal const string Mode = "mode";
    internal const string Got = "got";
    internal const string Status = "hours.test/status";
    internal const string Step = "hours.test/step";
    internal static readonly TimeSpan Period = TimeSpan.FromMinutes(10);
    internal static readonly string[] All = [Plain, Plain, Plain, Periodic, Stepwise, Impossible];
}
