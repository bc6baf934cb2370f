namespace KubeBuilderNet.Client.Rest;

/// <summary>Lets a burst of requests through at once and then so many a second, in the order in which they came.</summary>
/// <remarks>Follows client-go's <c>util/flowcontrol</c>: a token bucket.</remarks>
internal sealed class RequestThrottle(double perSecond, int burst, TimeProvider time)
{
    private readonly Lock _gate = new();
    private double _tokens = burst;
    private long _filled = time.GetTimestamp();

    internal async ValueTask WaitAsync(CancellationToken cancellationToken)
    {
        var wait = Take();
        if (wait <= TimeSpan.Zero)
            return;
        try
        {
            await Task.Delay(wait, time, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            lock (_gate)
                _tokens++;
            throw;
        }
    }

    private TimeSpan Take()
    {
        lock (_gate)
        {
            var now = time.GetTimestamp();
            _tokens = Math.Min(burst, _tokens + time.GetElapsedTime(_filled, now).TotalSeconds * perSecond) - 1;
            _filled = now;
            return _tokens >= 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(-_tokens / perSecond);
        }
    }
}
