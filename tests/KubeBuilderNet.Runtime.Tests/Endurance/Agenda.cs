namespace KubeBuilderNet.Runtime.Tests.Endurance;

/// <summary>What happens when.</summary>
internal sealed class Agenda(int seed, SteadyTime time)
{
    private readonly Random _random = new(seed);
    private readonly PriorityQueue<Func<Task>, DateTimeOffset> _entries = new();

    internal DateTimeOffset NextDue => _entries.TryPeek(out _, out var due) ? due : DateTimeOffset.MaxValue;

    internal void In(TimeSpan wait, Func<Task> act) => _entries.Enqueue(act, time.GetUtcNow() + wait);

    internal void In(TimeSpan wait, Action act) => In(wait, () =>
    {
        act();
        return Task.CompletedTask;
    });

    /// <summary>Again and again, as often on average, at times that nobody can tell.</summary>
    internal void Every(TimeSpan mean, Func<Task> act) => In(mean * -Math.Log(1 - _random.NextDouble()), async () =>
    {
        Every(mean, act);
        await act();
    });

    internal TimeSpan Between(double least, double most) => TimeSpan.FromSeconds(least + (most - least) * _random.NextDouble());

    internal async Task ActAsync()
    {
        while (NextDue <= time.GetUtcNow())
            await _entries.Dequeue()();
    }
}
