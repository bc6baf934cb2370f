namespace KubeBuilderNet.Controllers;

/// <summary>How long one reconcile may run: its token is cancelled when the time is over, or when the program can't wait any longer.</summary>
internal sealed class ReconcileLimit : IDisposable
{
    private readonly CancellationTokenSource _cancel = new();
    private readonly TaskCompletionSource<Task> _passed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Func<Task> _replace;
    private readonly CancellationTokenRegistration _abort;
    private readonly ITimer? _timer;
    private int _isCalled;

    /// <param name="timeout">The time.</param>
    /// <param name="time">The clock.</param>
    /// <param name="replace">Starts another worker, because the reconciler holds the thread of this one and returns no task.</param>
    /// <param name="abort">Says that the program can't wait any longer.</param>
    internal ReconcileLimit(TimeSpan timeout, TimeProvider time, Func<Task> replace, CancellationToken abort)
    {
        _replace = replace;
        Token = _cancel.Token;
        _abort = abort.UnsafeRegister(static limit => ((ReconcileLimit)limit!).Cancel(), this);
        if (timeout != Timeout.InfiniteTimeSpan)
            _timer = time.CreateTimer(static limit => ((ReconcileLimit)limit!).Pass(), this, timeout, Timeout.InfiniteTimeSpan);
    }

    internal CancellationToken Token { get; }

    /// <summary>Ends when the time is over; with the worker that was started in place of this one, if one was.</summary>
    internal Task<Task> Passed => _passed.Task;

    /// <summary>Says that the reconciler has given the thread back; false when another worker was started before.</summary>
    internal bool TryReturn() => Interlocked.Exchange(ref _isCalled, 1) == 0;

    public void Dispose()
    {
        _timer?.Dispose();
        _abort.Unregister();
        _cancel.Dispose();
    }

    private void Pass()
    {
        _passed.TrySetResult(TryReturn() ? _replace() : Task.CompletedTask);
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
