using System.Collections.Concurrent;
using k8s.Models;
using KubeBuilderNet.Controllers;
using KubeBuilderNet.Reconciling;
using Microsoft.Extensions.Logging.Abstractions;

namespace KubeBuilderNet.Runtime.Tests.Controllers;

public sealed class ControllerTests
{
    private static readonly ReconcileRequest A = new("default", "a");
    private static readonly ReconcileRequest B = new("default", "b");
    private readonly SteadyTime _time = new();
    private readonly ConcurrentQueue<ReconcileRequest> _calls = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_failing_object_is_tried_again_and_others_go_on()
    {
        await using var run = Start((request, _) => request == A && Count(A) < 4
            ? throw new InvalidOperationException("mine")
            : Task.FromResult(ReconcileResult.Done), A, B);
        await Eventually.True(() => Count(A) == 4 && Count(B) == 1, _time);
        await Eventually.True(() => run.Controller.Queue.NumRequeues(A) == 0, _time);
    }

    [Fact]
    public async Task A_terminal_failure_is_not_tried_again()
    {
        await using var run = Start((_, _) => throw new TerminalException("no use"), A);
        await Eventually.True(() => Count(A) == 1);
        run.Controller.Enqueue(B);
        await Eventually.True(() => Count(B) == 1);
        _time.Advance(TimeSpan.FromHours(1));
        Assert.Equal((0, 1), (run.Controller.Queue.Count, Count(A)));
    }

    [Fact]
    public async Task An_object_comes_again_after_the_wait_that_it_asked_for()
    {
        await using var run = Start((_, _) => Task.FromResult(ReconcileResult.RequeueAfter(TimeSpan.FromMinutes(5))), A);
        await Eventually.True(() => Count(A) == 1);
        run.Controller.Enqueue(B);
        await Eventually.True(() => Count(B) == 1);
        _time.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal(1, Count(A));
        await Eventually.True(() => Count(A) == 2, _time);
    }

    [Fact]
    public async Task A_hanging_reconcile_frees_its_worker_but_keeps_its_object()
    {
        var hang = new TaskCompletionSource<ReconcileResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var run = Start((request, _) => request == A ? hang.Task : Task.FromResult(ReconcileResult.Done), A);
        await Eventually.True(() => Count(A) == 1);
        run.Controller.Enqueue(A);
        run.Controller.Enqueue(B);
        await Eventually.True(() => Count(B) == 1, _time);
        Assert.Equal(1, Count(A));
        hang.SetResult(ReconcileResult.Done);
        await Eventually.True(() => Count(A) == 2, _time);
    }

    [Fact]
    public async Task No_reconcile_begins_while_none_may()
    {
        var mayReconcile = true;
        await using var run = Start((_, _) => Task.FromResult(ReconcileResult.Done), A);
        run.Controller.MayReconcile = () => mayReconcile;
        await Eventually.True(() => Count(A) == 1);
        mayReconcile = false;
        run.Controller.Enqueue(B);
        await Eventually.True(() => run.Controller.Queue.Count == 0);
        _time.Advance(TimeSpan.FromHours(1));
        Assert.Equal((0, 0), (Count(B), run.Controller.Active));
        mayReconcile = true;
        await Eventually.True(() => Count(B) == 1, _time);
    }

    [Fact]
    public async Task Stopping_does_not_wait_until_a_reconcile_may_begin()
    {
        var run = Start((_, _) => Task.FromResult(ReconcileResult.Done), A);
        await Eventually.True(() => Count(A) == 1);
        run.Controller.MayReconcile = static () => false;
        run.Controller.Enqueue(B);
        await Eventually.True(() => run.Controller.Queue.Count == 0);
        await run.StopAsync();
        Assert.Equal(0, Count(B));
        await run.DisposeAsync();
    }

    [Fact]
    public async Task Stopping_waits_for_what_is_in_flight()
    {
        var finish = new TaskCompletionSource<ReconcileResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        var run = Start((_, _) => finish.Task, A);
        await Eventually.True(() => Count(A) == 1);
        var stopped = run.StopAsync();
        Assert.False(stopped.IsCompleted);
        finish.SetResult(ReconcileResult.Done);
        await stopped;
        await run.DisposeAsync();
    }

    [Fact]
    public async Task Stopping_cancels_what_does_not_end_in_time()
    {
        var cancelled = false;
        var run = Start(async (_, cancellationToken) =>
        {
            try
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            }
            finally
            {
                cancelled = true;
            }
            return ReconcileResult.Done;
        }, A);
        await Eventually.True(() => Count(A) == 1);
        var stopped = run.StopAsync();
        await Eventually.True(() => stopped.IsCompleted, _time);
        Assert.True(cancelled);
        await run.DisposeAsync();
    }

    [Fact]
    public void An_owned_object_leads_to_its_controller_whatever_the_version()
    {
        var owned = Thing.Of("x");
        owned.Metadata.OwnerReferences = [Reference("apps/v1beta9", "Deployment", true)];
        var deployment = ResourceDefinition.Of<V1Deployment>();
        Assert.Equal([new ReconcileRequest("default", "owner")], Mapping.ToController(owned, deployment));
        owned.Metadata.OwnerReferences = [Reference("extensions/v1", "Deployment", true)];
        Assert.Empty(Mapping.ToController(owned, deployment));
        owned.Metadata.OwnerReferences = [Reference("apps/v1", "Deployment", null)];
        Assert.Empty(Mapping.ToController(owned, deployment));
        owned.Metadata.OwnerReferences = [Reference("v1", "Node", true)];
        Assert.Equal([new ReconcileRequest("", "owner")], Mapping.ToController(owned, ResourceDefinition.Of<V1Node>()));
    }

    private static V1OwnerReference Reference(string apiVersion, string kind, bool? controller) =>
        new() { ApiVersion = apiVersion, Kind = kind, Name = "owner", Controller = controller, Uid = "1" };

    private int Count(ReconcileRequest request) => _calls.Count(call => call == request);

    private Running Start(Func<ReconcileRequest, CancellationToken, Task<ReconcileResult>> reconcile, params ReconcileRequest[] requests)
    {
        var controller = new Controller<V1ConfigMap>("test", new Reconciler(async (request, cancellationToken) =>
        {
            _calls.Enqueue(request);
            return await reconcile(request, cancellationToken);
        }), new ControllerOptions(), _time, NullLogger.Instance);
        foreach (var request in requests)
            controller.Enqueue(request);
        return new Running(controller);
    }

    private sealed class Running : IAsyncDisposable
    {
        private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        private readonly Task _running;

        internal Running(Controller<V1ConfigMap> controller)
        {
            Controller = controller;
            _running = controller.RunAsync(TimeSpan.FromSeconds(20), _stop.Token);
        }

        internal Controller<V1ConfigMap> Controller { get; }

        internal async Task StopAsync()
        {
            await _stop.CancelAsync();
            await _running;
        }

        public async ValueTask DisposeAsync()
        {
            await StopAsync();
            _stop.Dispose();
            Controller.Dispose();
        }
    }

    private sealed class Reconciler(Func<ReconcileRequest, CancellationToken, Task<ReconcileResult>> reconcile) : IReconciler<V1ConfigMap>
    {
        public Task<ReconcileResult> ReconcileAsync(ReconcileRequest request, CancellationToken cancellationToken) => reconcile(request, cancellationToken);
    }
}
