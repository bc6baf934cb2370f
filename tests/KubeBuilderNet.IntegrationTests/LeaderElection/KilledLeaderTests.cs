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

    [Theory]
    [InlineData(5, 20)]
    public async Task Another_takes_over_from_a_killed_leader_and_no_two_ever_reconcile_at_once(int groups, int rounds)
    {
        var client = fixture.Server.CreateClient();
        var takeovers = (await Task.WhenAll(Enumerable.Range(0, groups).Select(async index =>
        {
            await using var group = await ReplicaGroup.StartAsync(fixture.Server, client);
            var random = new Random(index);
            for (var kills = 0; kills < rounds;)
            {
                var leader = await group.LeaderAsync();
                await Task.Delay(random.Next(300), Token);
                if (await leader.KillAsync())
                    kills++;
                await group.SucceedAsync(leader);
            }
            AssertFenced(group);
            Assert.All(group.Replicas, static replica => Assert.Equal(0, replica.Conflicts));
            return Fence.Takeovers(group.Leases.States).ToList();
        }))).SelectMany(static group => group).Order().ToList();

        TestContext.Current.SendDiagnosticMessage(
            $"{takeovers.Count} takeovers after {takeovers[0].TotalSeconds:0.00} to {takeovers[^1].TotalSeconds:0.00} s, mostly {takeovers[takeovers.Count / 2].TotalSeconds:0.00} s");
        Assert.True(takeovers.Count >= groups * rounds);
        // Not before the Lease has run out, and soon after: the heir sees the last renewal at one try and takes the Lease at another.
        var longest = Replica.LeaseDuration + 2 * 2.2 * Replica.RetryPeriod;
        Assert.All(takeovers, takeover => Assert.InRange(takeover, Replica.LeaseDuration - Adjustment, longest + Slack));
    }

    [Theory]
    [InlineData(3, 3)]
    public async Task A_leader_that_stood_still_for_longer_than_its_lease_reconciles_no_more_and_ends(int groups, int rounds)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no signals.");
        var client = fixture.Server.CreateClient();
        await Task.WhenAll(Enumerable.Range(0, groups).Select(async index =>
        {
            await using var group = await ReplicaGroup.StartAsync(fixture.Server, client);
            var random = new Random(index);
            for (var round = 0; round < rounds; round++)
            {
                var leader = await group.LeaderAsync();
                await Task.Delay(random.Next(300), Token);
                await leader.SignalAsync("STOP");
                await group.SucceedAsync(leader);
                await leader.SignalAsync("CONT");
                await Eventually.True(() => !leader.IsAlive);
                Assert.True(leader.ExitCode == 1, leader.Log);
            }
            AssertFenced(group);
        }));
    }

    private static void AssertFenced(ReplicaGroup group)
    {
        var writes = group.Writes.States;
        Assert.NotEmpty(writes);
        Assert.Empty(Fence.Breaches(writes));
    }
}
