using System.Collections.Concurrent;
using KubeBuilderNet.Hosting;
using KubeBuilderNet.Managing;
using Microsoft.Extensions.DependencyInjection;

namespace KubeBuilderNet.Runtime.Tests.Managing;

/// <summary>What runs beside the controllers, and in which order.</summary>
[Collection(ExitCode.Collection)]
public sealed class RunnableTests : IDisposable
{
    private readonly MemoryClient _client = new();
    private readonly SteadyTime _time = new();
    private readonly Log _log = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Environment.ExitCode = 0;

    [Fact]
    public async Task Stages_start_in_their_order_and_stop_in_the_reverse()
    {
        var lists = new TaskCompletionSource();
        _client.Delay = (request, _) => request.StartsWith("list", StringComparison.Ordinal) ? lists.Task : Task.CompletedTask;
        using var host = new TestHost(_client, _time, null, kube => Add(kube).AddRunnable<Leading>().AddRunnable<After>(RunnableStage.AfterCaches).AddRunnable<Before>(RunnableStage.BeforeCaches));
        await host.StartAsync();
        await Eventually.True(() => !_log.Said.IsEmpty);
        Assert.Equal(["Before runs"], _log.Said);
        lists.SetResult();
        await Eventually.True(() => _log.Said.Count == 3);
        Assert.Equal("Before runs", _log.Said.First());
        _log.Said.Clear();
        await host.StopAsync();
        Assert.Equal(["Leading stops", "After stops", "Before stops"], _log.Said);
    }

    [Fact]
    public async Task Who_stands_by_runs_what_needs_no_leader()
    {
        using var leader = Replica();
        await leader.StartAsync();
        await Eventually.True(() => _log.Said.Contains("Leading runs"), _time);
        _log.Said.Clear();
        using var standby = Replica();
        await standby.StartAsync();
        await Eventually.True(() => _log.Said.Contains("After runs"), _time);
        await Eventually.True(() => standby.State.NotReady is null, _time);
        Assert.DoesNotContain("Leading runs", _log.Said);
        await leader.StopAsync();
        await Eventually.True(() => _log.Said.Contains("Leading runs"), _time);
        await standby.StopAsync();
    }

    [Fact]
    public async Task One_that_fails_ends_the_program_and_gives_the_lease_back()
    {
        _log.Fault = new InvalidOperationException("no more");
        using var host = Replica();
        await host.StartAsync();
        await Eventually.True(() => host.State.Failure is not null, _time, TimeSpan.FromMilliseconds(20));
        Assert.Equal("no more", host.State.Failure);
        Assert.Equal(1, Environment.ExitCode);
        Assert.Null((await _client.GetAsync<k8s.Models.V1Lease>(new ObjectKey("ops", "mine"), Token)).Spec.HolderIdentity);
        await host.StopAsync();
    }

    [Fact]
    public async Task One_that_has_done_its_work_ends_nothing()
    {
        _log.Returns = true;
        await _client.CreateAsync(Thing.Of("x"), null, Token);
        using var host = new TestHost(_client, _time, null, kube => Add(kube).AddRunnable<Leading>());
        await host.StartAsync();
        await Eventually.True(() => !host.Reconciled.IsEmpty && !_log.Said.IsEmpty);
        await host.StopAsync();
        Assert.Null(host.State.Failure);
    }

    [Fact]
    public async Task One_that_ignores_its_cancellation_is_abandoned_in_time()
    {
        _log.Hangs = true;
        using var host = new TestHost(_client, _time, static options => options.GracefulShutdownTimeout = TimeSpan.FromSeconds(5), kube => Add(kube).AddRunnable<Leading>());
        await host.StartAsync();
        await Eventually.True(() => !_log.Said.IsEmpty);
        var begun = _time.GetUtcNow();
        await host.StopAsync();
        Assert.True(_time.GetUtcNow() - begun >= TimeSpan.FromSeconds(5));
    }

    private TestHost Replica() => new(_client, _time, TestHost.Elect, kube => Add(kube).AddRunnable<Leading>().AddRunnable<After>(RunnableStage.AfterCaches));

    private IKubeBuilder Add(IKubeBuilder kube)
    {
        kube.Services.AddSingleton(_log);
        return kube;
    }

    private sealed class Log
    {
        internal ConcurrentQueue<string> Said { get; } = [];

        internal Exception? Fault { get; set; }

        internal bool Returns { get; set; }

        internal bool Hangs { get; set; }
    }

    private abstract class Runnable(Log log) : IRunnable
    {
        public async Task RunAsync(CancellationToken cancellationToken)
        {
            log.Said.Enqueue($"{GetType().Name} runs");
            if (log.Fault is { } fault && this is Leading)
                throw fault;
            if (log.Returns)
                return;
            await Task.Delay(Timeout.InfiniteTimeSpan, log.Hangs ? CancellationToken.None : cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            log.Said.Enqueue($"{GetType().Name} stops");
        }
    }

    private sealed class Before(Log log) : Runnable(log);

    private sealed class After(Log log) : Runnable(log);

    private sealed class Leading(Log log) : Runnable(log);
}
