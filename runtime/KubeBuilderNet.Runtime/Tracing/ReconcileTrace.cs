using System.Diagnostics;
using KubeBuilderNet.Metrics;
using KubeBuilderNet.Reconciling;

namespace KubeBuilderNet.Tracing;

/// <summary>A span for each reconcile; its requests are spans below it. While nobody listens it costs a look at a field.</summary>
internal static class ReconcileTrace
{
    private static readonly ActivitySource Source = new("KubeBuilderNet");
    private static readonly string[] Results = ["success", "error", "terminal_error", "requeue", "requeue_after", "cancelled"];

    /// <summary>Begins the span; null while nobody listens.</summary>
    internal static Activity? Start(string controller, ReconcileRequest request, Guid id)
    {
        if (!Source.HasListeners())
            return null;
        // Each reconcile is a trace of its own, whatever the worker was started by.
        Activity.Current = null;
        return Source.StartActivity($"reconcile {controller}")?
            .SetTag("controller", controller)
            .SetTag("k8s.namespace.name", request.Namespace)
            .SetTag("k8s.object.name", request.Name)
            .SetTag("reconcile.id", id);
    }

    internal static void End(this Activity span, ReconcileOutcome outcome)
    {
        span.SetTag("result", Results[(int)outcome]);
        if (outcome is ReconcileOutcome.Error or ReconcileOutcome.TerminalError && span.Status == ActivityStatusCode.Unset)
            span.SetStatus(ActivityStatusCode.Error);
        span.Dispose();
    }
}
