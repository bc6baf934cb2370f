using k8s.Models;

namespace KubeBuilderNet.Runtime.Tests.Endurance;

/// <summary>A whole operator, two replicas of it, in a busy world with bad weather; time passes as fast as all that is to be done gets done.</summary>
internal sealed class Day
{
    private static readonly TimeSpan LeastStep = TimeSpan.FromMilliseconds(20);
    private readonly SteadyTime _time = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly Weather _weather;
    private readonly World _world;
    private readonly User _user;
    private readonly Agenda _agenda;
    private readonly Replicas _replicas;
    private readonly Trouble _trouble;
    private DateTimeOffset _rested;

    internal Day(int seed)
    {
        (_weather, _agenda) = (new Weather(seed, _time), new Agenda(seed, _time));
        _world = new World(new MemoryClient { Time = _time, KeptRequests = 1000 });
        _user = new User(seed, _world);
        _replicas = new Replicas(_world, _weather, _agenda, _time);
        _trouble = new Trouble(_world, _weather, _replicas, _agenda, _time);
        _rested = _time.GetUtcNow();
    }

    internal int Changes => _user.Changes;

    internal int Started => _replicas.Started;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    internal async Task BeginAsync()
    {
        _trouble.Begin();
        _agenda.Every(TimeSpan.FromSeconds(5), () => _weather.IsCalm ? Task.CompletedTask : _user.ActAsync());
        _agenda.Every(TimeSpan.FromMinutes(1), () => _weather.IsCalm ? Task.CompletedTask : _user.SpoilAsync());
        _agenda.Every(TimeSpan.FromMinutes(5), _user.CollectAsync);
        _agenda.Every(TimeSpan.FromMinutes(30), () => _user.ExpireEventsAsync(_time.GetUtcNow()));
        await _replicas.StartAsync();
        await _replicas.StartAsync();
    }

    internal async Task PassAsync(TimeSpan span)
    {
        var end = _time.GetUtcNow() + span;
        while (_time.GetUtcNow() is var now && now < end)
        {
            Token.ThrowIfCancellationRequested();
            await _agenda.ActAsync();
            await _replicas.TendAsync();
            WaitForThreads();
            var next = new[] { _time.NextDue, _agenda.NextDue, end }.Min() - now;
            _time.Advance(next > LeastStep ? next : LeastStep);
        }
    }

    /// <summary>Lets all come to rest, with new processes if told so, and looks at what is there then.</summary>
    internal async Task<Rest> RestAsync(TimeSpan atMost, bool afresh = false)
    {
        _trouble.End();
        if (afresh)
            _replicas.Stop();
        while (_weather.IsDown || !_replicas.AreReady)
            await PassAsync(TimeSpan.FromSeconds(30));
        await _user.RemindAsync();
        var begun = _time.GetUtcNow();
        List<string> amiss;
        do
            await PassAsync(TimeSpan.FromMinutes(1));
        while ((amiss = await _world.AmissAsync(Token)).Count > 0 && _time.GetUtcNow() - begun < atMost);
        // What the server keeps of the past is as much each time, and the events' series are over.
        await _user.ExpireEventsAsync(DateTimeOffset.MaxValue);
        _world.Server.Forget();
        await PassAsync(TimeSpan.FromMinutes(9));
        var rest = await LookAsync(amiss);
        Settle();
        return rest;
    }

    /// <summary>Goes on, with a server that is older or newer than the one before.</summary>
    internal void GoOn() => (_weather.IsCalm, _world.Server.StreamsLists) = (false, !_world.Server.StreamsLists);

    /// <summary>Stops the operator, and says what is left of it.</summary>
    internal async Task<(int Timers, int Watches, int Replicas)> EndAsync()
    {
        _replicas.Stop(forGood: true);
        while (_replicas.Living.Count > 0)
            await PassAsync(TimeSpan.FromSeconds(1));
        WaitForThreads();
        Collect();
        return (_time.Timers, _weather.OpenWatches, _replicas.Undead);
    }

    private async Task<Rest> LookAsync(List<string> amiss)
    {
        WaitForWork();
        var kept = _replicas.Kept();
        var maps = (await _world.Server.ListPageAsync<V1ConfigMap>(null, Token)).Items;
        (kept["timers"], kept["watches"]) = (_time.Timers, _weather.OpenWatches);
        var spent = _time.GetUtcNow() - _rested;
        var memory = Collect();
        kept["undead replicas"] = _replicas.Undead;
        return new Rest(_time.GetUtcNow(), kept, memory, maps.Count,
            maps.Count(static map => map.Data[Modes.Mode] == Modes.Periodic), (await _world.Server.ListPageAsync<V1Secret>(null, Token)).Items.Count,
            [.. amiss, .. _world.Faults, .. _replicas.Faults, .. _trouble.Faults, .. _replicas.Living.SelectMany(replica => replica.Traffic.TooMuch(replica.Ledger.Reconciles, spent))]);
    }

    private void Settle()
    {
        _world.Settle();
        _rested = _time.GetUtcNow();
        foreach (var replica in _replicas.Living)
        {
            replica.Ledger.Settle(_world.IsThere);
            replica.Traffic.Clear();
        }
    }

    // A thread that was taken off its processor shows in nothing but in what it has begun.
    private void WaitForWork() => SpinWait.SpinUntil(() =>
    {
        WaitForThreads();
        var kept = _replicas.Kept();
        return kept["active reconciles"] + kept["held items"] == 0;
    }, TimeSpan.FromSeconds(10));

    // Nothing waits for a thread, and nobody asks the server: what is not done now waits for time to pass.
    private void WaitForThreads()
    {
        for (var calm = 0; calm < 5;)
        {
            Token.ThrowIfCancellationRequested();
            var before = ThreadPool.CompletedWorkItemCount;
            Thread.Yield();
            calm = _weather.Busy <= 0 && ThreadPool.PendingWorkItemCount == 0 && ThreadPool.CompletedWorkItemCount == before ? calm + 1 : 0;
        }
    }

    private static long Collect()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
