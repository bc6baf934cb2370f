using System.Collections.Concurrent;
using System.Diagnostics;
using k8s.Models;
using KubeBuilderNet.Controllers;
using KubeBuilderNet.Metrics;
using KubeBuilderNet.Reconciling;
using KubeBuilderNet.Tracing;
using Microsoft.Extensions.Logging.Abstractions;

namespace KubeBuilderNet.Runtime.Tests.Tracing;

public sealed class ReconcileTraceTests
{
    [Theory]
    [InlineData(nameof(ReconcileOutcome.Success), "success", ActivityStatusCode.Unset)]
    [InlineData(nameof(ReconcileOutcome.Error), "error", ActivityStatusCode.Error)]
    [InlineData(nameof(ReconcileOutcome.TerminalError), "terminal_error", ActivityStatusCode.Error)]
    [InlineData(nameof(ReconcileOutcome.Requeue), "requeue", ActivityStatusCode.Unset)]
    [InlineData(nameof(ReconcileOutcome.RequeueAfter), "requeue_after", ActivityStatusCode.Unset)]
    [InlineData(nameof(ReconcileOutcome.Cancelled), "cancelled", ActivityStatusCode.Unset)]
    public void A_reconcile_is_a_trace_of_its_own(string outcome, string result, ActivityStatusCode status)
    {
        var ended = new ConcurrentQueue<Activity>();
        using var listener = Listen(ended);
        using var around = new Activity("started the worker").Start();
        var id = Guid.NewGuid();
        ReconcileTrace.Start("captain", new ReconcileRequest("ops", "jack"), id)!.End(Enum.Parse<ReconcileOutcome>(outcome));
        var span = Assert.Single(ended, span => Equals(span.GetTagItem("reconcile.id"), id));
        Assert.Equal(("reconcile captain", null, status), (span.DisplayName, span.ParentId, span.Status));
        Assert.Equal(["captain", "ops", "jack", result], ((string[])["controller", "k8s.namespace.name", "k8s.object.name", "result"]).Select(span.GetTagItem));
    }

    [Fact]
    public async Task What_a_reconcile_throws_is_an_event_of_its_span()
    {
        var ended = new ConcurrentQueue<Activity>();
        using var listener = Listen(ended);
        using var stop = new CancellationTokenSource();
        using var controller = new Controller<V1ConfigMap>("traced", new Failing(), new ControllerOptions(), new SteadyTime(), NullLogger.Instance);
        controller.Enqueue(new ReconcileRequest("ops", "jack"));
        var running = controller.RunAsync(TimeSpan.Zero, stop.Token);
        await Eventually.True(() => ended.Any(static span => span.DisplayName == "reconcile traced"));
        await stop.CancelAsync();
        await running;
        var span = ended.First(static span => span.DisplayName == "reconcile traced");
        Assert.Equal(("error", ActivityStatusCode.Error), (span.GetTagItem("result"), span.Status));
        Assert.Contains(Assert.Single(span.Events).Tags, static tag => tag is { Key: "exception.message", Value: "no wind" });
    }

    private sealed class Failing : IReconciler<V1ConfigMap>
    {
        public Task<ReconcileResult> ReconcileAsync(ReconcileRequest request, CancellationToken cancellationToken) => throw new InvalidOperationException("no wind");
    }

    private static ActivityListener Listen(ConcurrentQueue<Activity> ended)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "KubeBuilderNet",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = ended.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }
}
