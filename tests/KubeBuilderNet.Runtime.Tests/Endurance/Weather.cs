using k8s.Models;
using KubeBuilderNet.Client.Errors;

namespace KubeBuilderNet.Runtime.Tests.Endurance;

/// <summary>What goes wrong between an operator and its server, by chance, until it is to be calm.</summary>
internal sealed class Weather(int seed, SteadyTime time)
{
    private const double FaultRate = 0.05;
    private const double SlowRate = 0.02;
    private readonly Lock _gate = new();
    private readonly Random _random = new(seed);
    private readonly List<WatchLine> _lines = [];
    private int _busy;

    internal bool IsCalm { get; set; }

    /// <summary>Whether nobody reaches the server.</summary>
    internal bool IsDown { get; set; }

    /// <summary>How many watches are open.</summary>
    internal int OpenWatches
    {
        get
        {
            lock (_gate)
                return _lines.Count;
        }
    }

    /// <summary>How much is being computed, what waits for time to pass not counted.</summary>
    internal int Busy => Volatile.Read(ref _busy);

    internal bool Happens(double probability)
    {
        lock (_gate)
            return !IsCalm && _random.NextDouble() < probability;
    }

    internal int Next(int max)
    {
        lock (_gate)
            return _random.Next(max);
    }

    internal void Begin() => Interlocked.Increment(ref _busy);

    internal void End() => Interlocked.Decrement(ref _busy);

    /// <summary>Waits for what only time, or another, brings.</summary>
    internal async Task AwayAsync(Func<Task> wait)
    {
        End();
        try
        {
            await wait();
        }
        finally
        {
            Begin();
        }
    }

    /// <summary>What a request meets before it arrives; null for nothing.</summary>
    internal Exception? Before(bool isWrite) => !Happens(FaultRate) ? null : Next(isWrite ? 6 : 4) switch
    {
        0 => MemoryClient.Refusal("InternalError", 500),
        1 => new KubernetesApiException(new V1Status { Reason = "TooManyRequests", Code = 429, Message = "slow down", Details = new V1StatusDetails { RetryAfterSeconds = 1 } }),
        2 => MemoryClient.Refusal("ServiceUnavailable", 503),
        3 => new HttpRequestException("refused"),
        4 => MemoryClient.Refusal("Conflict", 409),
        _ => new HttpRequestException("reset"),
    };

    /// <summary>Whether the connection breaks after a write was done.</summary>
    internal bool LosesAnswer() => Happens(FaultRate / 5);

    internal Task SlowAsync(CancellationToken cancellationToken) =>
        Happens(SlowRate) ? AwayAsync(() => Task.Delay(TimeSpan.FromMilliseconds(50 + Next(1500)), time, cancellationToken)) : Task.CompletedTask;

    internal WatchLine Open(string replica, CancellationToken cancellationToken)
    {
        var line = new WatchLine(replica, Close, cancellationToken);
        lock (_gate)
            _lines.Add(line);
        return line;
    }

    /// <summary>Breaks watches, all or of one replica, each in a way of its own.</summary>
    internal int Cut(string? replica = null, WatchCut? how = null)
    {
        List<WatchLine> lines;
        lock (_gate)
            lines = [.. _lines.Where(line => replica is null || line.Replica == replica)];
        foreach (var line in lines)
            line.Cut(how ?? (WatchCut)(1 + Next(3)));
        return lines.Count;
    }

    private void Close(WatchLine line)
    {
        lock (_gate)
            _lines.Remove(line);
    }
}
