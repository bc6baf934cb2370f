using System.Globalization;
using System.Text.RegularExpressions;
using KubeBuilderNet.Client.Rest;
using KubeBuilderNet.LeaderElection;
using KubeBuilderNet.Serving;
using Microsoft.Extensions.Configuration;

namespace KubeBuilderNet.Managing;

/// <summary>Makes the manager's options: defaults, then flags, then what code sets; and refuses what can't be meant.</summary>
internal static partial class ManagerOptionsReader
{
    internal const string HealthAddress = "health-probe-bind-address";
    internal const string MetricsAddress = "metrics-bind-address";
    internal const string MetricsCertificates = "metrics-cert-path";
    internal const string LeaderElectionId = "leader-election-id";
    internal const string LeaderElectionNamespace = "leader-election-namespace";
    private const string QueriesPerSecond = "kube-api-qps";
    private const string Burst = "kube-api-burst";
    private const string WatchNamespace = "watch-namespace";

    /// <exception cref="ManagerException">A value can't be used; the message names its flag.</exception>
    internal static ManagerOptions Read(IConfiguration? configuration, Action<ManagerOptions>? configure)
    {
        var options = new ManagerOptions { HealthProbeBindAddress = string.IsNullOrEmpty(configuration?["KUBERNETES_SERVICE_HOST"]) ? "0" : ":8081" };
        var flags = new Flags(configuration);
        TakeFlags(options, flags);
        configure?.Invoke(options);
        if (options.Namespaces.Count == 0)
            AddNamespaces(options, flags);
        Check(options);
        return options;
    }

    private static void TakeFlags(ManagerOptions options, Flags flags)
    {
        options.HealthProbeBindAddress = flags.Text(HealthAddress) ?? options.HealthProbeBindAddress;
        options.Client = options.Client with
        {
            QueriesPerSecond = flags.Number<double>(QueriesPerSecond) ?? options.Client.QueriesPerSecond,
            Burst = flags.Number<int>(Burst) ?? options.Client.Burst,
        };
        var metrics = options.Metrics;
        metrics.BindAddress = flags.Text(MetricsAddress) ?? metrics.BindAddress;
        metrics.Secure = flags.Switch("metrics-secure") ?? metrics.Secure;
        metrics.CertificatePath = flags.Text(MetricsCertificates);
        metrics.CertificateName = flags.Text("metrics-cert-name") ?? metrics.CertificateName;
        metrics.CertificateKey = flags.Text("metrics-cert-key") ?? metrics.CertificateKey;
        var election = options.LeaderElection;
        election.Enabled = flags.Switch("leader-elect") ?? election.Enabled;
        election.Id = flags.Text(LeaderElectionId);
        election.Namespace = flags.Text(LeaderElectionNamespace);
    }

    private static void AddNamespaces(ManagerOptions options, Flags flags)
    {
        var names = flags.Text(WatchNamespace)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
        foreach (var name in names)
            options.Namespaces.Add(DnsLabel().IsMatch(name) ? name : throw new ManagerException(
                $"WATCH_NAMESPACE: '{name}' is no name of a namespace. List names with commas between them, or leave it empty to watch all."));
    }

    private static void Check(ManagerOptions options)
    {
        BindAddress.Parse(HealthAddress, options.HealthProbeBindAddress);
        BindAddress.Parse(MetricsAddress, options.Metrics.BindAddress);
        CheckName(LeaderElectionId, options.LeaderElection.Id, DnsSubdomain());
        CheckName(LeaderElectionNamespace, options.LeaderElection.Namespace, DnsLabel());
        CheckTimes(options.LeaderElection);
        CheckLimits(options.Client);
    }

    private static void CheckLimits(RestClientOptions client)
    {
        if (client is { QueriesPerSecond: { } limit } && !(limit > 0 && double.IsFinite(limit)))
            throw new ManagerException($"{Flags.Called(QueriesPerSecond)}, Client.QueriesPerSecond: it must be above zero, not {limit.ToString(CultureInfo.InvariantCulture)}; leave it out for no limit.");
        if (client.Burst < 1)
            throw new ManagerException($"{Flags.Called(Burst)}, Client.Burst: it must be at least 1, not {client.Burst}.");
    }

    private static void CheckName(string flag, string? name, Regex rule)
    {
        if (!string.IsNullOrEmpty(name) && (name.Length > 253 || !rule.IsMatch(name)))
            throw new ManagerException($"{Flags.Called(flag)}: '{name}' is no name that Kubernetes takes: lower-case letters, digits and '-'.");
    }

    private static void CheckTimes(LeaderElectionOptions election)
    {
        if (election.RetryPeriod <= TimeSpan.Zero || election.RenewDeadline <= election.RetryPeriod * LeaderElector.Jitter || election.LeaseDuration <= election.RenewDeadline)
            throw new ManagerException(
                "LeaderElection: LeaseDuration must be above RenewDeadline, and that above 1.2 times RetryPeriod; " +
                $"they are {election.LeaseDuration}, {election.RenewDeadline} and {election.RetryPeriod}.");
    }

    [GeneratedRegex(@"^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?\z")]
    private static partial Regex DnsLabel();

    [GeneratedRegex(@"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\z")]
    private static partial Regex DnsSubdomain();
}
