using System.Diagnostics;

namespace KubeBuilderNet.Runtime.Tests.Endurance;

/// <summary>Runs alone: it looks at the memory of the whole process, and at its threads.</summary>
[CollectionDefinition(nameof(Endurance), DisableParallelization = true)]
public sealed class Endurance;

[Collection(nameof(Endurance))]
public sealed class OneDayTests(ITestOutputHelper output) : IDisposable
{
    private const int Seed = 1;
    private const long MemorySlack = 1 << 20;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private Rest? _fresh;

    [Fact]
    public Task In_a_day_of_faults_no_key_is_lost_nothing_runs_hot_and_nothing_piles_up() =>
        // On a thread of its own: it watches those of the pool.
        Task.Factory.StartNew(RunAsync, TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();

    public void Dispose() => Environment.ExitCode = 0;

    private async Task RunAsync()
    {
        var day = new Day(Seed);
        await day.BeginAsync();
        for (var rests = 1; rests <= 6; rests++)
        {
            await day.PassAsync(TimeSpan.FromHours(3.5));
            var rest = Checked(await day.RestAsync(TimeSpan.FromMinutes(40), afresh: rests == 1));
            // What processes hold that have done nothing yet is what they may hold later.
            _fresh ??= rest;
            if (rests < 6)
                day.GoOn();
        }
        // After so long a calm the operator has forgotten that there were events of any object.
        await day.PassAsync(TimeSpan.FromHours(1));
        Assert.Equal(0, Checked(await day.RestAsync(TimeSpan.FromMinutes(1))).Kept["objects with events"]);
        output.WriteLine($"{day.Changes} changes, {day.Started} processes");
        Assert.Equal((0, 0, 0), await day.EndAsync());
    }

    private Rest Checked(Rest rest)
    {
        output.WriteLine($"{_clock.Elapsed.TotalSeconds:0} s: {rest}");
        Assert.True(rest.Faults.Count == 0, $"seed {Seed}: {rest}");
        Dictionary<string, int> expected = new(rest.Kept)
        {
            ["active reconciles"] = 0,
            ["held items"] = 0,
            ["delayed items"] = rest.Periodic,
            ["failing items"] = 0,
            // Only the leader's controller listens: to its own kind and to what it owns.
            ["handlers"] = 2,
            ["waiters"] = 0,
            ["maps"] = 2 * rest.Maps,
            ["secrets"] = 2 * rest.Secrets,
            ["series"] = 0,
            ["watches"] = 4,
            ["undead replicas"] = 0,
        };
        Assert.True(expected.All(kept => rest.Kept[kept.Key] == kept.Value), $"seed {Seed}: not as it should be: {rest}");
        if (_fresh is { } fresh)
        {
            Assert.True(rest.Kept["timers"] <= fresh.Kept["timers"] + 4, $"seed {Seed}: timers pile up\n{fresh}\n{rest}");
            Assert.True(rest.Memory <= fresh.Memory + MemorySlack, $"seed {Seed}: memory grows\n{fresh}\n{rest}");
        }
        return rest;
    }
}
