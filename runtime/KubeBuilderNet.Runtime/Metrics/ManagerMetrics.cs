using System.Diagnostics.Metrics;
using KubeBuilderNet.Controllers;

namespace KubeBuilderNet.Metrics;

/// <summary>The instruments of one manager, named as controller-runtime's and client-go's are, so that dashboards for those fit.</summary>
internal sealed class ManagerMetrics : IDisposable
{
    internal const string MeterName = "KubeBuilderNet";
    private readonly Meter _meter;
    private volatile IController[] _controllers = [];
    private volatile Lease? _lease;

    internal ManagerMetrics(IMeterFactory? factory)
    {
        _meter = factory?.Create(new MeterOptions(MeterName)) ?? new Meter(MeterName);
        Reconciles = _meter.CreateCounter<long>("controller_runtime_reconcile_total", null, "Total number of reconciliations per controller");
        Errors = _meter.CreateCounter<long>("controller_runtime_reconcile_errors_total", null, "Total number of reconciliation errors per controller");
        TerminalErrors = _meter.CreateCounter<long>("controller_runtime_terminal_reconcile_errors_total", null, "Total number of terminal reconciliation errors per controller");
        Timeouts = _meter.CreateCounter<long>("controller_runtime_reconcile_timeouts_total", null, "Total number of reconciliation timeouts per controller");
        Seconds = _meter.CreateHistogram("controller_runtime_reconcile_time_seconds", null, "Length of time per reconciliation per controller", null,
            new InstrumentAdvice<double> { HistogramBucketBoundaries = Buckets.ReconcileSeconds });
        _meter.CreateObservableGauge("controller_runtime_active_workers", () => Each(static controller => controller.Active), null, "Number of currently used workers per controller");
        _meter.CreateObservableGauge("controller_runtime_max_concurrent_reconciles", () => Each(static controller => controller.MaxConcurrentReconciles), null,
            "Maximum number of concurrent reconciles per controller");
        _meter.CreateObservableGauge("workqueue_depth", () => Each(static controller => controller.Queue.Count, "name"), null, "Current depth of workqueue");
        _meter.CreateObservableCounter("workqueue_adds_total", () => Each(static controller => controller.Queue.Adds, "name"), null, "Total number of adds handled by workqueue");
        _meter.CreateObservableCounter("workqueue_retries_total", () => Each(static controller => controller.Queue.Retries, "name"), null, "Total number of retries handled by workqueue");
        _meter.CreateObservableGauge("leader_election_master_status", LeaderStatus, null,
            "Gauge of if the reporting system is master of the relevant lease, 0 indicates backup, 1 indicates master");
    }

    internal Counter<long> Reconciles { get; }

    internal Counter<long> Errors { get; }

    internal Counter<long> TerminalErrors { get; }

    internal Counter<long> Timeouts { get; }

    internal Histogram<double> Seconds { get; }

    public void Dispose() => _meter.Dispose();

    /// <summary>Watches these controllers from now on.</summary>
    internal void Observe(IEnumerable<IController> controllers) => _controllers = [.. controllers];

    /// <summary>Watches whether a lease is held from now on.</summary>
    internal void Observe(string lease, Func<bool> isHeld) => _lease = new Lease(lease, isHeld);

    private IEnumerable<Measurement<long>> Each(Func<IController, long> value, string? alias = null)
    {
        foreach (var controller in _controllers)
        {
            KeyValuePair<string, object?> tag = new("controller", controller.Name);
            yield return alias is null
                ? new Measurement<long>(value(controller), tag)
                : new Measurement<long>(value(controller), tag, new KeyValuePair<string, object?>(alias, controller.Name));
        }
    }

    private IEnumerable<Measurement<long>> LeaderStatus() => _lease is { } lease
        ? [new Measurement<long>(lease.IsHeld() ? 1 : 0, new KeyValuePair<string, object?>("name", lease.Name))]
        : [];

    private sealed record Lease(string Name, Func<bool> IsHeld);
}
