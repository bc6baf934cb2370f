using KubeBuilderNet.FencedOperator;

namespace KubeBuilderNet.IntegrationTests.LeaderElection;

/// <summary>Replicas in processes of their own, whose leader is killed or stopped again and again.</summary>
public sealed class KilledLeaderTests(KubernetesFixture fixture) : IClassFixture<KubernetesFixture>
{
    // What a busy machine may add to the times of a takeover.
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(15);

    // The clock that writes the times may be set meanwhile, by a little.
    private static readonly TimeSpan Adjustment = TimeSpan.FromMilliseconds(100);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Others_take_over_from_killed_leaders_and_no_two_ever_reconcile_at_once()
    {
        await using var group = await ReplicaGroup.StartAsync(fixture.Server, size: 3, leases: 16);
        var random = new Random(1);
        var (kills, leaders) = (0, 0);
        for (; leaders < 100; kills++)
        {
            var (leader, led) = await group.LeaderAsync();
            await Task.Delay(random.Next(300), Token);
            if (await leader.KillAsync())
                leaders += led.Count;
            await group.SucceedAsync(leader, led);
        }
        AssertFenced(group);
        Assert.All(group.Replicas, static replica => Assert.Equal(0, replica.Conflicts));

        var takeovers = group.Leases.SelectMany(static lease => Fence.Takeovers(lease.Leases.States)).Order().ToList();
        TestContext.Current.SendDiagnosticMessage($"{kills} kills of {leaders} leaders, {group.Replicas.Count(static replica => replica.HasLost)} lost a lease by themselves; "
            + $"{takeovers.Count} takeovers after {takeovers[0].TotalSeconds:0.00} to {takeovers[^1].TotalSeconds:0.00} s, mostly {takeovers[takeovers.Count / 2].TotalSeconds:0.00} s");
        Assert.True(takeovers.Count >= leaders);
        // Not before the Lease has run out, and soon after: the heir sees the last renewal at one try and takes the Lease at another.
        var longest = Replica.LeaseDuration + 2 * 2.2 * Replica.RetryPeriod;
        Assert.All(takeovers, takeover => Assert.InRange(takeover, Replica.LeaseDuration - Adjustment, longest + Slack));
    }

    [Fact]
    public async Task A_leader_that_stood_still_for_longer_than_its_lease_reconciles_no_more_and_ends()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no signals.");
        await Task.WhenAll(Enumerable.Range(0, 3).Select(async index =>
        {
            await using var group = await ReplicaGroup.StartAsync(fixture.Server, size: 2, leases: 1);
            var random = new Random(index);
            for (var round = 0; round < 2; round++)
            {
                var (leader, led) = await group.LeaderAsync();
                await Task.Delay(random.Next(300), Token);
                await leader.SignalAsync("STOP");
                await group.SucceedAsync(leader, led);
                await leader.SignalAsync("CONT");
                await Eventually.True(() => !leader.IsAlive);
                Assert.True(leader is { ExitCode: 1, HasLost: true }, leader.Log);
            }
            AssertFenced(group);
        }));
    }

    private static void AssertFenced(ReplicaGroup group) => Assert.All(group.Leases, static lease =>
    {
        Assert.NotEmpty(lease.Writes.States);
        Assert.Empty(Fence.Breaches(lease.Writes.States));
    });
}
