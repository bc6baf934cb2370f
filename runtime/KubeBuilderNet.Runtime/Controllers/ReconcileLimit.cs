namespace KubeBuilderNet.Controllers;

/// <summary>How long one reconcile may run: its token is cancelled when the time is over, or when the program can't wait any longer.</summary>
internal sealed class ReconcileLimit : IDisposable
{
    private readonly CancellationTokenSource _cancel = new();
    private readonly TaskCompletionSource _passed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenRegistration _abort;
    private readonly ITimer? _timer;

    internal ReconcileLimit(TimeSpan timeout, TimeProvider time, CancellationToken abort)
    {
        Token = _cancel.Token;
        _abort = abort.UnsafeRegister(static limit => ((ReconcileLimit)limit!).Cancel(), this);
        if (timeout != Timeout.InfiniteTimeSpan)
            _timer = time.CreateTimer(static limit => ((ReconcileLimit)limit!).Pass(), this, timeout, Timeout.InfiniteTimeSpan);
    }

    internal CancellationToken Token { get; }

    /// <summary>Ends when the time is over.</summary>
    internal Task Passed => _passed.Task;

    public void Dispose()
    {
        _timer?.Dispose();
        _abort.Unregister();
        _cancel.Dispose();
    }

    private void Pass()
    {
        _passed.TrySetResult();
        Cancel();
    }

    // On a timer's thread an exception of a reconciler's own callback would end the program.
    private void Cancel()
    {
        try
        {
            _cancel.Cancel();
        }
        catch (Exception e) when (e is AggregateException or ObjectDisposedException)
        {
            // The reconcile has ended, or will find its token cancelled.
        }
    }
}
