using System.Collections.Concurrent;
using k8s.Models;
using KubeBuilderNet.Controllers;
using KubeBuilderNet.Queueing;
using KubeBuilderNet.Reconciling;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace KubeBuilderNet.Runtime.Tests.Controllers;

/// <summary>Whatever a reconciler, a rate limiter or a log does: no worker is lost, and no object stays taken.</summary>
public sealed class ControllerFaultTests
{
    private static readonly ReconcileRequest A = new("default", "a");
    private static readonly ReconcileRequest B = new("default", "b");
    private readonly SteadyTime _time = new();
    private readonly ConcurrentQueue<ReconcileRequest> _calls = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public Task A_log_that_throws_costs_no_worker() => Run(new ThrowingLogger(), new ControllerOptions(),
        (_, _) => throw new InvalidOperationException("mine"), () => Count(A) > 2 && Count(B) > 2);

    [Fact]
    public Task A_rate_limiter_that_throws_costs_no_worker_and_no_object() => Run(NullLogger.Instance, new ControllerOptions { RateLimiter = new ThrowingLimiter() },
        (_, _) => throw new InvalidOperationException("mine"), () => Count(A) > 2 && Count(B) > 2);

    [Fact]
    public Task A_reconciler_that_returns_no_task_is_a_failure_like_any_other() => Run(NullLogger.Instance, new ControllerOptions(),
        (_, _) => null!, () => Count(A) > 2 && Count(B) > 2);

    [Fact]
    public Task A_reconcile_that_blocks_its_thread_is_told_when_its_time_is_over() => Run(NullLogger.Instance, new ControllerOptions(), (request, cancellationToken) =>
    {
        if (request == A)
            cancellationToken.WaitHandle.WaitOne();
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(ReconcileResult.Done);
    }, () => Count(A) > 1 && Count(B) > 0);

    [Fact]
    public Task A_callback_that_throws_when_the_time_is_over_ends_nothing() => Run(NullLogger.Instance, new ControllerOptions(), async (request, cancellationToken) =>
    {
        if (request == B)
            return ReconcileResult.Done;
        await using var registration = cancellationToken.Register(() => throw new InvalidOperationException("mine"));
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        return ReconcileResult.Done;
    }, () => Count(A) > 1 && Count(B) > 0);

    [Fact]
    public void A_limit_that_no_timer_can_keep_is_refused()
    {
        var builder = new ControllerBuilder(ResourceDefinition.Of<V1ConfigMap>());
        Assert.Throws<ArgumentOutOfRangeException>(() => builder.WithOptions(options => options.ReconcileTimeout = TimeSpan.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(() => builder.WithOptions(options => options.ReconcileTimeout = TimeSpan.FromDays(60)));
    }

    private int Count(ReconcileRequest request) => _calls.Count(call => call == request);

    private async Task Run(ILogger log, ControllerOptions options, Func<ReconcileRequest, CancellationToken, Task<ReconcileResult>> reconcile, Func<bool> until)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        using var controller = new Controller<V1ConfigMap>("test", new Reconciler(_calls, reconcile), options, _time, log);
        controller.Enqueue(A);
        controller.Enqueue(B);
        var running = Task.Run(() => controller.RunAsync(TimeSpan.FromSeconds(20), stop.Token), Token);
        await Eventually.True(until, _time);
        await stop.CancelAsync();
        await Eventually.True(() => running.IsCompleted, _time);
        await running;
    }

    private sealed class Reconciler(ConcurrentQueue<ReconcileRequest> calls, Func<ReconcileRequest, CancellationToken, Task<ReconcileResult>> reconcile)
        : IReconciler<V1ConfigMap>
    {
        public Task<ReconcileResult> ReconcileAsync(ReconcileRequest request, CancellationToken cancellationToken)
        {
            calls.Enqueue(request);
            return reconcile(request, cancellationToken);
        }
    }

    private sealed class ThrowingLimiter : IRateLimiter<ReconcileRequest>
    {
        public TimeSpan When(ReconcileRequest item) => throw new InvalidOperationException("mine");

        public void Forget(ReconcileRequest item) => throw new InvalidOperationException("mine");

        public int NumRequeues(ReconcileRequest item) => 0;
    }

    private sealed class ThrowingLogger : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => throw new InvalidOperationException("log");

        public bool IsEnabled(LogLevel logLevel) => throw new InvalidOperationException("log");

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            throw new InvalidOperationException("log");
    }
}
