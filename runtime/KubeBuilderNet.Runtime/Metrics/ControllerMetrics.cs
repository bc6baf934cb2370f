using System.Diagnostics.Metrics;

namespace KubeBuilderNet.Metrics;

/// <summary>Counts one controller's reconciles. While nobody listens, that is a look at a field.</summary>
internal sealed class ControllerMetrics
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

    /// <summary>What is told how long each item of the queue waited; null while nobody listens.</summary>
    internal Action<TimeSpan>? Waited => _metrics.QueueSeconds.Enabled ? waited => _metrics.QueueSeconds.Record(waited.TotalSeconds, _queue) : null;

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
        {
            var seconds = _time.GetElapsedTime(begun).TotalSeconds;
            _metrics.Seconds.Record(seconds, _controller);
            _metrics.WorkSeconds.Record(seconds, _queue);
        }
    }

    internal void TimedOut() => _metrics.Timeouts.Add(1, _controller);
}
