using System.Diagnostics.Metrics;
using KubeBuilderNet.Queueing;

namespace KubeBuilderNet.Metrics;

/// <summary>Counts one controller's reconciles. While nobody listens, that is a look at a field.</summary>
internal sealed class ControllerMetrics : IQueueMeter
{
    private static readonly string[] Results = ["success", "error", "error", "requeue", "requeue_after"];
    private readonly ManagerMetrics _metrics;
    private readonly TimeProvider _time;
    private readonly KeyValuePair<string, object?> _controller;
    private readonly KeyValuePair<string, object?>[] _queue;
    private readonly KeyValuePair<string, object?>[][] _results;

    internal ControllerMetrics(ManagerMetrics metrics, string controller, TimeProvider time)
    {
        (_metrics, _time) = (metrics, time);
        _controller = new("controller", controller);
        _queue = [_controller, new("name", controller)];
        _results = [.. Results.Select(result => new[] { _controller, new KeyValuePair<string, object?>("result", result) })];
    }

    /// <summary>Makes every series known, so that rates begin at zero.</summary>
    internal void Start()
    {
        foreach (var result in _results)
            _metrics.Reconciles.Add(0, result);
        foreach (var counter in (Counter<long>[])[_metrics.Errors, _metrics.TerminalErrors, _metrics.Timeouts])
            counter.Add(0, _controller);
    }

    /// <summary>Whether anybody listens to what the queue measures.</summary>
    internal bool IsMeasured => _metrics.QueueSeconds.Enabled;

    public void Waited(TimeSpan time) => _metrics.QueueSeconds.Record(time.TotalSeconds, _queue);

    public void Worked(TimeSpan time) => _metrics.WorkSeconds.Record(time.TotalSeconds, _queue);

    internal long Begin() => _metrics.Seconds.Enabled ? _time.GetTimestamp() : 0;

    internal void End(ReconcileOutcome outcome, long begun)
    {
        if (outcome == ReconcileOutcome.Cancelled)
            return;
        _metrics.Reconciles.Add(1, _results[(int)outcome]);
        if (outcome is ReconcileOutcome.Error or ReconcileOutcome.TerminalError)
            _metrics.Errors.Add(1, _controller);
        if (outcome is ReconcileOutcome.TerminalError)
            _metrics.TerminalErrors.Add(1, _controller);
        if (begun != 0)
            _metrics.Seconds.Record(_time.GetElapsedTime(begun).TotalSeconds, _controller);
    }

    internal void TimedOut() => _metrics.Timeouts.Add(1, _controller);
}
