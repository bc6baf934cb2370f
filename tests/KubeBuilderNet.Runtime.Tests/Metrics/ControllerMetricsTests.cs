using k8s.Models;
using KubeBuilderNet.Client;
using KubeBuilderNet.Controllers;
using KubeBuilderNet.Metrics;
using KubeBuilderNet.Reconciling;
using KubeBuilderNet.Runtime.Tests.Caching;
using Microsoft.Extensions.Logging.Abstractions;

namespace KubeBuilderNet.Runtime.Tests.Metrics;

public sealed class ControllerMetricsTests : IDisposable
{
    private readonly SteadyTime _time = new();
    private readonly Factory _factory = new();
    private readonly ManagerMetrics _metrics;
    private readonly PrometheusCollector _collector;

    public ControllerMetricsTests()
    {
        _metrics = new ManagerMetrics(_factory);
        _collector = new PrometheusCollector([ManagerMetrics.MeterName], _factory);
    }

    [Fact]
    public async Task Reconciles_are_counted_by_how_they_ended()
    {
        await RunAsync(5, request => request.Name switch
        {
            "0" => throw new InvalidOperationException("mine"),
            "1" => throw new TerminalException("no use"),
            "2" => ReconcileResult.Requeue,
            "3" => ReconcileResult.RequeueAfter(TimeSpan.FromHours(1)),
            _ => ReconcileResult.Done,
        });
        var text = _collector.Collect();
        foreach (var line in (string[])[
            "controller_runtime_reconcile_total{controller=\"thing\",result=\"error\"} 2",
            "controller_runtime_reconcile_total{controller=\"thing\",result=\"requeue\"} 1",
            "controller_runtime_reconcile_total{controller=\"thing\",result=\"requeue_after\"} 1",
            "controller_runtime_reconcile_total{controller=\"thing\",result=\"success\"} 1",
            "controller_runtime_reconcile_errors_total{controller=\"thing\"} 2",
            "controller_runtime_terminal_reconcile_errors_total{controller=\"thing\"} 1",
            "controller_runtime_reconcile_timeouts_total{controller=\"thing\"} 0",
            "controller_runtime_reconcile_time_seconds_bucket{controller=\"thing\",le=\"0.005\"} 5",
            "controller_runtime_reconcile_time_seconds_count{controller=\"thing\"} 5",
            "controller_runtime_active_workers{controller=\"thing\"} 0",
            "controller_runtime_max_concurrent_reconciles{controller=\"thing\"} 1",
            "workqueue_adds_total{controller=\"thing\",name=\"thing\"} 5",
            "workqueue_retries_total{controller=\"thing\",name=\"thing\"} 3",
            "workqueue_queue_duration_seconds_count{controller=\"thing\",name=\"thing\"} 5",
            "workqueue_work_duration_seconds_bucket{controller=\"thing\",name=\"thing\",le=\"1E-08\"} 5",
            "workqueue_unfinished_work_seconds{controller=\"thing\",name=\"thing\"} 0",
            "workqueue_longest_running_processor_seconds{controller=\"thing\",name=\"thing\"} 0",
            "workqueue_depth{controller=\"thing\",name=\"thing\",priority=\"0\"} 0"])
            Assert.Contains("\n" + line + "\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("leader_election_master_status", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waiting_and_unfinished_work_are_measured()
    {
        var hang = new TaskCompletionSource<ReconcileResult>();
        using var controller = NewController(_ => hang.Task);
        controller.Enqueue(new ReconcileRequest("default", "a"));
        _time.Advance(TimeSpan.FromSeconds(5));
        using var stop = new CancellationTokenSource();
        var running = controller.RunAsync(TimeSpan.FromSeconds(1), stop.Token);
        await Eventually.True(() => controller.Active == 1);
        _time.Advance(TimeSpan.FromSeconds(3));
        var text = _collector.Collect();
        Assert.Contains("\nworkqueue_queue_duration_seconds_sum{controller=\"thing\",name=\"thing\"} 5\n", text, StringComparison.Ordinal);
        Assert.Contains("\nworkqueue_unfinished_work_seconds{controller=\"thing\",name=\"thing\"} 3\n", text, StringComparison.Ordinal);
        Assert.Contains("\nworkqueue_longest_running_processor_seconds{controller=\"thing\",name=\"thing\"} 3\n", text, StringComparison.Ordinal);
        Assert.Contains("\ncontroller_runtime_active_workers{controller=\"thing\"} 1\n", text, StringComparison.Ordinal);
        hang.SetResult(ReconcileResult.Done);
        await stop.CancelAsync();
        await running;
    }

    [Fact]
    public void Requests_are_counted_by_their_answer()
    {
        _metrics.CountRequest("server:6443", HttpMethod.Get, System.Net.HttpStatusCode.NotFound);
        _metrics.CountRequest("server:6443", HttpMethod.Get, System.Net.HttpStatusCode.NotFound);
        _metrics.CountRequest("server:6443", HttpMethod.Patch, null);
        var text = _collector.Collect();
        Assert.Contains("\nrest_client_requests_total{code=\"404\",host=\"server:6443\",method=\"GET\"} 2\n", text, StringComparison.Ordinal);
        Assert.Contains("\nrest_client_requests_total{code=\"<error>\",host=\"server:6443\",method=\"PATCH\"} 1\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Objects_that_can_not_be_read_are_counted_by_kind()
    {
        var client = new ScriptedClient().List(new ResourceList<V1ConfigMap>
        {
            Items = [],
            Unreadable = [new UnreadableObject(Thing.Key("a"), "1", "$.data"), new UnreadableObject(Thing.Key("b"), "2", "$.data")],
            ResourceVersion = "10",
        });
        await using var run = new RunningInformer(client);
        _metrics.Observe([run.Informer]);
        await run.Informer.WaitForSyncAsync(TestContext.Current.CancellationToken);
        Assert.Contains("\nkubebuildernet_unreadable_objects{group=\"\",kind=\"ConfigMap\",version=\"v1\"} 2\n", _collector.Collect(), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_leads_is_told()
    {
        var leads = false;
        _metrics.Observe("mine", () => leads);
        Assert.Contains("\nleader_election_master_status{name=\"mine\"} 0\n", _collector.Collect(), StringComparison.Ordinal);
        leads = true;
        Assert.Contains("\nleader_election_master_status{name=\"mine\"} 1\n", _collector.Collect(), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _collector.Dispose();
        _metrics.Dispose();
        _factory.Dispose();
    }

    private Controller<V1ConfigMap> NewController(Func<ReconcileRequest, Task<ReconcileResult>> reconcile)
    {
        var controller = new Controller<V1ConfigMap>("thing", new Reconciler(reconcile), new ControllerOptions(), _time, NullLogger.Instance,
            new ControllerMetrics(_metrics, "thing", _time));
        _metrics.Observe([controller]);
        return controller;
    }

    private async Task RunAsync(int count, Func<ReconcileRequest, ReconcileResult> reconcile)
    {
        var done = 0;
        using var controller = NewController(request =>
        {
            done++;
            return Task.FromResult(reconcile(request));
        });
        for (var index = 0; index < count; index++)
            controller.Enqueue(new ReconcileRequest("default", index.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        using var stop = new CancellationTokenSource();
        var running = controller.RunAsync(TimeSpan.FromSeconds(1), stop.Token);
        await Eventually.True(() => done == count);
        await stop.CancelAsync();
        Assert.True(await running);
    }

    private sealed class Factory : System.Diagnostics.Metrics.IMeterFactory
    {
        public System.Diagnostics.Metrics.Meter Create(System.Diagnostics.Metrics.MeterOptions options)
        {
            options.Scope = this;
            return new System.Diagnostics.Metrics.Meter(options);
        }

        public void Dispose()
        {
        }
    }

    private sealed class Reconciler(Func<ReconcileRequest, Task<ReconcileResult>> reconcile) : IReconciler<V1ConfigMap>
    {
        public Task<ReconcileResult> ReconcileAsync(ReconcileRequest request, CancellationToken cancellationToken) => reconcile(request);
    }
}
