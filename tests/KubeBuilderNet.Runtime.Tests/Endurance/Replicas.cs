namespace KubeBuilderNet.Runtime.Tests.Endurance;

/// <summary>Two processes of the operator; one that has ended is started again after a while.</summary>
internal sealed class Replicas(World world, Weather weather, Agenda agenda, SteadyTime time)
{
    private readonly List<WeakReference> _buried = [];
    private readonly List<string> _faults = [];
    private bool _isOver;

    internal List<Replica> Living { get; } = [];

    /// <summary>How many processes there have been.</summary>
    internal int Started { get; private set; }

    internal bool AreReady => Living.Count == 2 && Living.TrueForAll(static replica => replica.IsReady);

    /// <summary>Reconciles without a cause.</summary>
    internal IEnumerable<string> Faults => _faults.Concat(Living.SelectMany(static replica => replica.Ledger.Faults));

    /// <summary>How many of those that have ended are in memory still.</summary>
    internal int Undead => _buried.Count(static one => one.IsAlive);

    internal async Task StartAsync()
    {
        if (_isOver)
            return;
        var replica = new Replica($"replica-{++Started}", world, weather, time);
        Living.Add(replica);
        await replica.StartAsync();
    }

    internal void Stop(bool forGood = false)
    {
        _isOver = forGood;
        Living.ForEach(static replica => replica.Stop());
    }

    /// <summary>Buries those that have ended.</summary>
    internal async Task TendAsync()
    {
        for (var at = Living.Count - 1; at >= 0; at--)
        {
            var replica = Living[at];
            replica.Tend();
            if (!replica.HasEnded)
                continue;
            Living.RemoveAt(at);
            _faults.AddRange(replica.Ledger.Faults);
            _buried.Add(await replica.BuryAsync());
            agenda.In(agenda.Between(5, 60), StartAsync);
        }
    }

    /// <summary>What all keep together, by name.</summary>
    internal Dictionary<string, int> Kept() => Living.SelectMany(static replica => replica.Kept())
        .GroupBy(static kept => kept.Key, static kept => kept.Value).ToDictionary(static kept => kept.Key, static kept => kept.Sum());
}
