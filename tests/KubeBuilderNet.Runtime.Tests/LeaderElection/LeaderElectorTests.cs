using k8s.Models;
using KubeBuilderNet.Client;
using KubeBuilderNet.LeaderElection;
using KubeBuilderNet.Managing;
using Microsoft.Extensions.Logging.Abstractions;

namespace KubeBuilderNet.Runtime.Tests.LeaderElection;

public sealed class LeaderElectorTests
{
    private static readonly ObjectKey Key = new("ops", "mine");
    private readonly SteadyTime _time = new(DateTimeOffset.UnixEpoch.AddYears(50));
    private readonly MemoryClient _client = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_free_lease_is_taken_and_says_who_holds_it()
    {
        var elector = Elector("a");
        await elector.AcquireAsync(Token);
        Assert.True(elector.IsLeader);
        var lease = await LeaseAsync();
        Assert.Equal(("a", 15, 0), (lease.Spec.HolderIdentity, lease.Spec.LeaseDurationSeconds, lease.Spec.LeaseTransitions));
        Assert.Equal(_time.GetUtcNow().UtcDateTime, lease.Spec.RenewTime);
    }

    [Fact]
    public async Task A_lease_that_is_given_back_is_taken_at_once()
    {
        var first = Elector("a");
        var second = Elector("b");
        await first.AcquireAsync(Token);
        var acquiring = second.AcquireAsync(Token);
        await Eventually.True(() => second.Observed is not null);
        Assert.False(acquiring.IsCompleted);
        await first.ReleaseAsync();
        _time.Advance(TimeSpan.FromSeconds(4.5));
        await acquiring;
        Assert.Equal((false, true), (first.IsLeader, second.IsLeader));
        Assert.Equal(1, (await LeaseAsync()).Spec.LeaseTransitions);
    }

    [Fact]
    public async Task A_lease_is_given_back_though_a_renewal_that_was_cut_off_arrived()
    {
        var elector = Elector("a");
        await elector.AcquireAsync(Token);
        using var stop = new CancellationTokenSource();
        _client.Arrived = request =>
        {
            if (!request.StartsWith("patch", StringComparison.Ordinal) || stop.IsCancellationRequested)
                return;
            stop.Cancel();
            throw new OperationCanceledException(stop.Token);
        };
        var renewing = elector.RenewAsync(stop.Token);
        await Eventually.True(() => renewing.IsCompleted, _time);
        await elector.ReleaseAsync();
        Assert.Null((await LeaseAsync()).Spec.HolderIdentity);
    }

    [Fact]
    public async Task A_lease_that_another_has_is_not_given_back()
    {
        var elector = Elector("a");
        await elector.AcquireAsync(Token);
        await SetHolderAsync("b");
        await elector.ReleaseAsync();
        Assert.Equal("b", (await LeaseAsync()).Spec.HolderIdentity);
    }

    [Fact]
    public async Task A_lease_that_nobody_renews_is_taken_when_its_time_is_over_and_not_before()
    {
        await Elector("a").AcquireAsync(Token);
        var second = Elector("b");
        var begun = _time.GetTimestamp();
        var acquiring = second.AcquireAsync(Token);
        await Eventually.True(() => acquiring.IsCompleted, _time);
        await acquiring;
        Assert.InRange(_time.GetElapsedTime(begun), TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(40));
    }

    [Fact]
    public async Task A_leader_that_renews_stays_whatever_its_clock_says()
    {
        var slow = new SteadyTime(DateTimeOffset.UnixEpoch);
        var first = Elector("a", slow);
        await first.AcquireAsync(Token);
        using var stop = new CancellationTokenSource();
        var renewing = first.RenewAsync(stop.Token);
        using var giveUp = new CancellationTokenSource();
        var acquiring = Elector("b").AcquireAsync(giveUp.Token);
        for (var second = 0; second < 60; second += 2)
        {
            var renewals = Renewals;
            slow.Advance(TimeSpan.FromSeconds(2));
            await Eventually.True(() => Renewals > renewals);
            _time.Advance(TimeSpan.FromSeconds(2));
        }
        Assert.Equal((true, false), (first.IsLeader, acquiring.IsCompleted));
        await giveUp.CancelAsync();
        await stop.CancelAsync();
        await renewing;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => acquiring);
    }

    [Fact]
    public async Task A_leader_gives_up_when_it_cannot_renew_in_time()
    {
        var elector = Elector("a");
        await elector.AcquireAsync(Token);
        _client.Fault = static _ => new HttpRequestException("no route");
        var begun = _time.GetTimestamp();
        var renewing = elector.RenewAsync(Token);
        await Eventually.True(() => renewing.IsCompleted, _time);
        Assert.InRange(_time.GetElapsedTime(begun), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(14.5));
        Assert.Equal("The lease ops/mine is lost: it was not renewed within 10 s: no route. The program ends, so that no two lead at once.",
            (await Assert.ThrowsAsync<ManagerException>(() => renewing)).Message);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_costs_the_lease_too()
    {
        var elector = Elector("a");
        await elector.AcquireAsync(Token);
        _client.Delay = static (_, cancellationToken) => Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        var renewing = elector.RenewAsync(Token);
        await Eventually.True(() => renewing.IsCompleted, _time);
        Assert.Contains("the API server didn't answer", (await Assert.ThrowsAsync<ManagerException>(() => renewing)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_stood_still_leads_no_more()
    {
        var elector = Elector("a");
        await elector.AcquireAsync(Token);
        var renewing = elector.RenewAsync(Token);
        _time.Advance(TimeSpan.FromMinutes(1));
        await Assert.ThrowsAsync<ManagerException>(() => renewing);
    }

    [Fact]
    public async Task A_program_that_stood_still_knows_it_before_it_asks_the_server()
    {
        var elector = Elector("a");
        Assert.False(elector.IsCurrent);
        await elector.AcquireAsync(Token);
        _time.Advance(TimeSpan.FromSeconds(9));
        Assert.True(elector.IsCurrent);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((true, false), (elector.IsLeader, elector.IsCurrent));
    }

    [Fact]
    public async Task A_lease_that_another_took_is_lost_at_once()
    {
        var elector = Elector("a");
        await elector.AcquireAsync(Token);
        var renewing = elector.RenewAsync(Token);
        await SetHolderAsync("b");
        await Eventually.True(() => renewing.IsCompleted, _time);
        Assert.Contains("b holds it", (await Assert.ThrowsAsync<ManagerException>(() => renewing)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_passing_fault_and_another_writer_cost_nothing()
    {
        var elector = Elector("a");
        await elector.AcquireAsync(Token);
        using var stop = new CancellationTokenSource();
        var renewing = elector.RenewAsync(stop.Token);
        var faults = 0;
        _client.Fault = _ => ++faults <= 2 ? MemoryClient.Refusal("InternalError", 500) : null;
        await Eventually.True(() => faults >= 4, _time);
        await _client.PatchAsync<V1Lease>(Key, Patch.Merge(new() { ["metadata"] = new System.Text.Json.Nodes.JsonObject { ["labels"] = new System.Text.Json.Nodes.JsonObject { ["x"] = "y" } } }), null, Token);
        var renewals = Renewals;
        await Eventually.True(() => Renewals > renewals + 2, _time);
        Assert.True(elector.IsLeader);
        Assert.Equal("y", (await LeaseAsync()).Metadata.Labels["x"]);
        await stop.CancelAsync();
        await renewing;
    }

    [Fact]
    public async Task Of_two_that_try_at_once_one_leads()
    {
        for (var round = 0; round < 50; round++)
        {
            var client = new MemoryClient { Delay = static async (_, _) => await Task.Yield() };
            using var stop = new CancellationTokenSource();
            var electors = Enumerable.Range(0, 4).Select(index => Elector($"e{index}", client: client)).ToList();
            var acquiring = electors.Select(elector => elector.AcquireAsync(stop.Token)).ToList();
            await Task.WhenAny(acquiring);
            await stop.CancelAsync();
            await Eventually.True(() => acquiring.TrueForAll(static task => task.IsCompleted));
            Assert.Equal(1, acquiring.Count(static task => task.IsCompletedSuccessfully));
        }
    }

    [Fact]
    public void The_default_name_is_the_programs_and_a_hash_of_it()
    {
        var name = LeaderElectionNames.Id(typeof(LeaderElectorTests).Assembly);
        Assert.Equal("kubebuildernet-runtime-tests-b7c75de3", name);
    }

    [Fact]
    public void Outside_a_cluster_the_namespace_must_be_said()
    {
        var missing = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString());
        Assert.StartsWith("--leader-election-namespace (LEADER_ELECTION_NAMESPACE): set the namespace",
            Assert.Throws<ManagerException>(() => LeaderElectionNames.Namespace(missing)).Message, StringComparison.Ordinal);
    }

    private int Renewals => _client.Requests.Count(static request => request == "patch Lease ops/mine");

    private Task<V1Lease> LeaseAsync() => _client.GetAsync<V1Lease>(Key, Token);

    private Task<V1Lease> SetHolderAsync(string holder) => _client.PatchAsync<V1Lease>(Key,
        Patch.Merge(new() { ["spec"] = new System.Text.Json.Nodes.JsonObject { ["holderIdentity"] = holder } }), null, Token);

    private LeaderElector Elector(string identity, TimeProvider? time = null, MemoryClient? client = null) =>
        new(client ?? _client, new LeaderElectionOptions(), Key, identity, time ?? _time, NullLogger.Instance);
}
