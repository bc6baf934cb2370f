namespace KubeBuilderNet.Caching;

/// <summary>Waits that double from failure to failure, with jitter so that many clients don't come back at once.</summary>
internal sealed class Backoff(TimeSpan first, TimeSpan max, TimeProvider time)
{
    private int _failures;

    internal void Reset() => _failures = 0;

    internal Task WaitAsync(CancellationToken cancellationToken) => Task.Delay(Take(), time, cancellationToken);

    private TimeSpan Take()
    {
        var wait = first * Math.Pow(2, Math.Min(_failures++, 30));
        return (wait < max ? wait : max) * (0.5 + Random.Shared.NextDouble());
    }
}
