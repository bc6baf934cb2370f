using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using k8s.Models;
using KubeBuilderNet.Client;
using KubeBuilderNet.Hosting;
using KubeBuilderNet.Managing;
using KubeBuilderNet.Reconciling;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace KubeBuilderNet.Runtime.Tests.Managing;

[Collection(ExitCode.Collection)]
public sealed class LeadingManagerTests : IDisposable
{
    private static readonly ObjectKey Lease = new("ops", "mine");
    private readonly SteadyTime _time = new();
    private readonly MemoryClient _client = new();
    private readonly ConcurrentQueue<int> _exits = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_of_two_reconciles_and_the_other_takes_over_when_it_stops()
    {
        await _client.CreateAsync(Thing.Of("x"), cancellationToken: Token);
        using var first = await StartAsync(out var firstCalls);
        await Eventually.True(() => !firstCalls.IsEmpty, _time);
        using var second = await StartAsync(out var secondCalls);
        var standby = second.Services.GetRequiredService<ManagerState>();
        await Eventually.True(() => standby.NotReady is null, _time);
        Assert.True(standby.Informers!.All(static informer => informer.HasSynced));
        Assert.Empty(secondCalls);

        await StopAsync(first);
        await Eventually.True(() => !secondCalls.IsEmpty, _time);
        Assert.Equal(1, (await LeaseAsync()).Spec.LeaseTransitions);
        await StopAsync(second);
    }

    [Fact]
    public async Task A_lost_lease_cancels_what_is_in_flight_and_ends_the_program_with_code_1()
    {
        await _client.CreateAsync(Thing.Of("x"), cancellationToken: Token);
        using var host = await StartAsync(out var calls, static cancellationToken => Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken));
        await Eventually.True(() => !calls.IsEmpty, _time);
        await LoseAsync(host);
        Assert.Equal(1, Environment.ExitCode);
        Assert.Empty(_exits);
        Assert.Contains("is lost: other holds it", host.Services.GetRequiredService<ManagerState>().Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_lease_does_not_wait_for_a_reconcile_that_ignores_its_cancellation()
    {
        await _client.CreateAsync(Thing.Of("x"), cancellationToken: Token);
        var hang = new TaskCompletionSource();
        using var host = await StartAsync(out var calls, _ => hang.Task);
        await Eventually.True(() => !calls.IsEmpty, _time);
        await LoseAsync(host);
        Assert.Equal([1], _exits);
        hang.SetResult();
    }

    [Fact]
    public async Task The_lease_is_kept_while_a_reconcile_may_still_write()
    {
        await _client.CreateAsync(Thing.Of("x"), cancellationToken: Token);
        var hang = new TaskCompletionSource();
        using var host = await StartAsync(out var calls, _ => hang.Task);
        await Eventually.True(() => !calls.IsEmpty, _time);
        await StopAsync(host);
        Assert.NotNull((await LeaseAsync()).Spec.HolderIdentity);
        hang.SetResult();
    }

    public void Dispose() => Environment.ExitCode = 0;

    private Task<V1Lease> LeaseAsync() => _client.GetAsync<V1Lease>(Lease, Token);

    // Small steps: what is cancelled has two seconds of this clock to end in.
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(20);

    private async Task LoseAsync(IHost host)
    {
        await _client.PatchAsync<V1Lease>(Lease, Patch.Merge(new() { ["spec"] = new JsonObject { ["holderIdentity"] = "other" } }), null, Token);
        var stopping = host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        await Eventually.True(() => stopping.IsCancellationRequested, _time, Step);
        await StopAsync(host);
    }

    private async Task StopAsync(IHost host)
    {
        var stopped = host.StopAsync(Token);
        await Eventually.True(() => stopped.IsCompleted, _time, Step);
        await stopped;
    }

    private Task<IHost> StartAsync(out ConcurrentQueue<ReconcileRequest> calls, Func<CancellationToken, Task>? work = null)
    {
        calls = [];
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton<IClient>(_client);
        builder.Services.AddSingleton<TimeProvider>(_time);
        builder.Services.AddSingleton(new Work(calls, work ?? (static _ => Task.CompletedTask)));
        builder.Services.AddKubeBuilder(options =>
        {
            options.Exit = _exits.Enqueue;
            TestHost.Elect(options);
        }).AddController<V1ConfigMap, Reconciler>();
        return StartAsync(builder.Build());
    }

    private static async Task<IHost> StartAsync(IHost host)
    {
        await host.StartAsync(Token);
        return host;
    }

    private sealed record Work(ConcurrentQueue<ReconcileRequest> Calls, Func<CancellationToken, Task> Do);

    private sealed class Reconciler(Work work) : IReconciler<V1ConfigMap>
    {
        public async Task<ReconcileResult> ReconcileAsync(ReconcileRequest request, CancellationToken cancellationToken)
        {
            work.Calls.Enqueue(request);
            await work.Do(cancellationToken);
            return ReconcileResult.Done;
        }
    }
}
