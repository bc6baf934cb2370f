using System.Diagnostics.Metrics;
using System.Net;
using KubeBuilderNet.Caching;
using KubeBuilderNet.Controllers;

namespace KubeBuilderNet.Metrics;

/// <summary>The instruments of one manager, named as controller-runtime's and client-go's are, so that dashboards for those fit.</summary>
internal sealed class ManagerMetrics : IDisposable
{
    internal const string MeterName = "KubeBuilderNet";
    private static readonly InstrumentAdvice<double> Queue = new() { HistogramBucketBoundaries = Buckets.QueueSeconds };
    private readonly Meter _meter;
    private volatile IController[] _controllers = [];
    private volatile IInformer[] _informers = [];
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
        QueueSeconds = _meter.CreateHistogram("workqueue_queue_duration_seconds", null, "How long in seconds an item stays in workqueue before being requested", null, Queue);
        WorkSeconds = _meter.CreateHistogram("workqueue_work_duration_seconds", null, "How long in seconds processing an item from workqueue takes", null, Queue);
        Requests = _meter.CreateCounter<long>("rest_client_requests_total", null, "Number of HTTP requests, partitioned by status code, method, and host");
        _meter.CreateObservableGauge("workqueue_unfinished_work_seconds", () => Each(static controller => controller.Queue.Work().Unfinished.TotalSeconds, "name"), null,
            "How many seconds of work has been done that is in progress and hasn't been observed by work_duration");
        _meter.CreateObservableGauge("workqueue_longest_running_processor_seconds", () => Each(static controller => controller.Queue.Work().Longest.TotalSeconds, "name"), null,
            "How many seconds has the longest running processor for workqueue been running");
        _meter.CreateObservableGauge("controller_runtime_active_workers", () => Each(static controller => (long)controller.Active), null, "Number of currently used workers per controller");
        _meter.CreateObservableGauge("controller_runtime_max_concurrent_reconciles", () => Each(static controller => (long)controller.Options.MaxConcurrentReconciles), null,
            "Maximum number of concurrent reconciles per controller");
        _meter.CreateObservableGauge("workqueue_depth", Depths, null, "Current depth of workqueue by workqueue and priority");
        _meter.CreateObservableCounter("workqueue_adds_total", () => Each(static controller => controller.Queue.Adds, "name"), null, "Total number of adds handled by workqueue");
        _meter.CreateObservableCounter("workqueue_retries_total", () => Each(static controller => controller.Queue.Retries, "name"), null, "Total number of retries handled by workqueue");
        _meter.CreateObservableGauge("kubebuildernet_unreadable_objects", Unreadable, null, "Number of objects that don't fit their class and are left out, per kind");
        _meter.CreateObservableGauge("leader_election_master_status", LeaderStatus, null,
            "Gauge of if the reporting system is master of the relevant lease, 0 indicates backup, 1 indicates master");
    }

    internal Counter<long> Reconciles { get; }

    internal Counter<long> Errors { get; }

    internal Counter<long> TerminalErrors { get; }

    internal Counter<long> Timeouts { get; }

    internal Histogram<double> Seconds { get; }

    internal Histogram<double> QueueSeconds { get; }

    internal Histogram<double> WorkSeconds { get; }

    private Counter<long> Requests { get; }

    /// <summary>The controllers that are watched.</summary>
    internal IReadOnlyList<IController> Controllers => _controllers;

    public void Dispose() => _meter.Dispose();

    /// <summary>Counts a request to the API server; without a code it was not answered.</summary>
    internal void CountRequest(string host, HttpMethod method, HttpStatusCode? code)
    {
        if (Requests.Enabled)
            Requests.Add(1, new("code", code is { } status ? (int)status : "<error>"), new("host", host), new("method", method.Method));
    }

    /// <summary>Watches these controllers from now on.</summary>
    internal void Observe(IEnumerable<IController> controllers) => _controllers = [.. controllers];

    /// <summary>Watches these caches from now on.</summary>
    internal void Observe(IEnumerable<IInformer> informers) => _informers = [.. informers];

    /// <summary>Watches whether a lease is held from now on.</summary>
    internal void Observe(string lease, Func<bool> isHeld) => _lease = new Lease(lease, isHeld);

    private IEnumerable<Measurement<T>> Each<T>(Func<IController, T> value, string? alias = null)
        where T : struct
    {
        foreach (var controller in _controllers)
        {
            KeyValuePair<string, object?> tag = new("controller", controller.Name);
            yield return alias is null
                ? new Measurement<T>(value(controller), tag)
                : new Measurement<T>(value(controller), tag, new KeyValuePair<string, object?>(alias, controller.Name));
        }
    }

    private IEnumerable<Measurement<long>> Depths() =>
        from controller in _controllers
        from depth in controller.Queue.Depths()
        select new Measurement<long>(depth.Count, new("controller", controller.Name), new("name", controller.Name), new("priority", depth.Priority));

    private IEnumerable<Measurement<long>> Unreadable() =>
        from informer in _informers
        select new Measurement<long>(informer.Unreadable.Count, new("group", informer.Kind.Group), new("version", informer.Kind.Version), new("kind", informer.Kind.Kind));

    private IEnumerable<Measurement<long>> LeaderStatus() => _lease is { } lease
        ? [new Measurement<long>(lease.IsHeld() ? 1 : 0, new KeyValuePair<string, object?>("name", lease.Name))]
        : [];

    private sealed record Lease(string Name, Func<bool> IsHeld);
}
