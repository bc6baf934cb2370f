namespace KubeBuilderNet.Metrics;

/// <summary>How a reconcile ended.</summary>
internal enum ReconcileOutcome
{
    Success,
    Error,
    TerminalError,
    Requeue,
    RequeueAfter,

    /// <summary>The program stops; it counts as nothing.</summary>
    Cancelled,
}
