using System.Collections.Concurrent;
using k8s.Models;
using KubeBuilderNet.Client;
using KubeBuilderNet.Hosting;
using KubeBuilderNet.LeaderElection;
using KubeBuilderNet.Managing;
using KubeBuilderNet.Reconciling;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace KubeBuilderNet.IntegrationTests.LeaderElection;

public sealed class LeaderElectionTests(KubernetesFixture fixture) : IClassFixture<KubernetesFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_replica_takes_over_when_the_leader_stops()
    {
        var client = fixture.Server.CreateClient();
        using var first = Build("handed-over", out var firstCalls);
        await first.StartAsync(Token);
        await Eventually.True(() => !firstCalls.IsEmpty);
        using var second = Build("handed-over", out var secondCalls);
        await second.StartAsync(Token);
        await Eventually.True(() => second.Services.GetRequiredService<ManagerState>().NotReady is null);
        Assert.Empty(secondCalls);

        await first.StopAsync(Token);
        await Eventually.True(() => !secondCalls.IsEmpty);
        var lease = await client.GetAsync<V1Lease>(new ObjectKey("default", "handed-over"), Token);
        Assert.Equal((1, 4), (lease.Spec.LeaseTransitions, lease.Spec.LeaseDurationSeconds));
        var events = await client.ListAsync<Eventsv1Event>(new ListOptions { Namespace = "default" }, Token);
        Assert.Contains(events.Items, e => e.Regarding is { Kind: "Lease", Name: "handed-over" } && e.Note.EndsWith("became leader", StringComparison.Ordinal));
        await second.StopAsync(Token);
    }

    [Fact]
    public async Task A_replica_takes_over_from_a_leader_that_died()
    {
        var client = fixture.Server.CreateClient();
        var key = new ObjectKey("default", "inherited");
        await Elector(client, key, "dead").AcquireAsync(Token);
        var heir = Elector(client, key, "heir");
        await heir.AcquireAsync(Token);
        using var stop = new CancellationTokenSource();
        var renewing = heir.RenewAsync(stop.Token);
        var taken = (await client.GetAsync<V1Lease>(key, Token)).Spec.RenewTime;
        await Eventually.True(async () => (await client.GetAsync<V1Lease>(key, Token)).Spec.RenewTime > taken);
        await stop.CancelAsync();
        await renewing;
        await heir.ReleaseAsync();
        Assert.Null((await client.GetAsync<V1Lease>(key, Token)).Spec.HolderIdentity);
    }

    [Fact]
    public async Task Never_do_two_lead_at_once()
    {
        var leaders = 0;
        var most = 0;
        await Task.WhenAll(Enumerable.Range(0, 4).Select(async index =>
        {
            var client = fixture.Server.CreateClient();
            for (var round = 0; round < 5; round++)
            {
                var elector = Elector(client, new ObjectKey("default", "contested"), $"{index}-{round}");
                await elector.AcquireAsync(Token);
                most = Math.Max(most, Interlocked.Increment(ref leaders));
                await Task.Yield();
                Interlocked.Decrement(ref leaders);
                await elector.ReleaseAsync();
            }
        }));
        Assert.Equal(1, most);
    }

    private static void Quicken(LeaderElectionOptions options)
    {
        options.LeaseDuration = TimeSpan.FromSeconds(4);
        options.RenewDeadline = TimeSpan.FromSeconds(3);
        options.RetryPeriod = TimeSpan.FromMilliseconds(100);
    }

    private static LeaderElector Elector(IClient client, ObjectKey key, string identity)
    {
        var options = new LeaderElectionOptions();
        Quicken(options);
        return new LeaderElector(client, options, key, identity, TimeProvider.System, NullLogger.Instance);
    }

    private IHost Build(string id, out ConcurrentQueue<ReconcileRequest> calls)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton(calls = []);
        builder.Services.AddKubeBuilder(options =>
        {
            options.KubeconfigPath = fixture.Server.KubeconfigPath;
            options.LeaderElection.Enabled = true;
            (options.LeaderElection.Id, options.LeaderElection.Namespace) = (id, "default");
            Quicken(options.LeaderElection);
        }).AddController<V1Namespace, Reconciler>();
        return builder.Build();
    }

    private sealed class Reconciler(ConcurrentQueue<ReconcileRequest> calls) : IReconciler<V1Namespace>
    {
        public Task<ReconcileResult> ReconcileAsync(ReconcileRequest request, CancellationToken cancellationToken)
        {
            calls.Enqueue(request);
            return Task.FromResult(ReconcileResult.Done);
        }
    }
}
