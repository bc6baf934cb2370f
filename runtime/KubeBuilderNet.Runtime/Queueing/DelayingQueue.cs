namespace KubeBuilderNet.Queueing;

/// <summary>The work queue with delays, kept in a heap and driven by one timer.</summary>
/// <typeparam name="T">The items' type.</typeparam>
public class DelayingQueue<T> : WorkQueue<T>, IDelayingQueue<T>, IDisposable
    where T : notnull
{
    private const int KeptStale = 64;
    private readonly TimeProvider _time;
    private readonly long _origin;
    private readonly Lock _gate = new();
    private readonly PriorityQueue<T, (long Due, long Order)> _waiting = new();
    private readonly Dictionary<T, Delay> _delays = [];
    private readonly ITimer _timer;
    private long _order;
    private long _retries;
    private long _armed = long.MaxValue;
    private int _delayed;

    /// <summary>Makes an empty queue on the given clock.</summary>
    public DelayingQueue(TimeProvider? time = null)
    {
        _time = time ?? TimeProvider.System;
        _origin = _time.GetTimestamp();
        _timer = _time.CreateTimer(static queue => ((DelayingQueue<T>)queue!).Release(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>How often an item was added for later.</summary>
    internal long Retries => Volatile.Read(ref _retries);

    /// <summary>How many delays are kept, those included that have ended early.</summary>
    internal int KeptDelays => _waiting.Count;

    /// <summary>How many items wait for their time.</summary>
    internal int Delayed => Volatile.Read(ref _delayed);

    private long Now => _time.GetElapsedTime(_origin).Ticks;

    /// <inheritdoc/>
    public virtual void AddAfter(T item, TimeSpan delay)
    {
        CountRetry();
        if (delay <= TimeSpan.Zero)
            Add(item);
        else
            EnqueueAfter(item, delay, 0);
    }

    /// <inheritdoc/>
    public override void ShutDown()
    {
        base.ShutDown();
        lock (_gate)
        {
            _waiting.Clear();
            _delays.Clear();
            _delayed = 0;
        }
        _timer.Dispose();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ShutDown();
        GC.SuppressFinalize(this);
    }

    private protected void CountRetry() => Interlocked.Increment(ref _retries);

    /// <summary>Queues an item when the delay is over, at the highest priority that was asked for meanwhile.</summary>
    private protected void EnqueueAfter(T item, TimeSpan delay, int priority)
    {
        lock (_gate)
        {
            if (IsShutDown)
                return;
            var due = Now + Math.Min(delay.Ticks, TimeSpan.MaxValue.Ticks / 4);
            if (_delays.TryGetValue(item, out var other))
            {
                priority = Math.Max(priority, other.Priority);
                if (other.Due <= due)
                {
                    _delays[item] = other with { Priority = priority };
                    return;
                }
            }
            _delays[item] = new Delay(due, _order, priority);
            _waiting.Enqueue(item, (due, _order++));
            _delayed = _delays.Count;
            DropStale();
            Arm();
        }
    }

    /// <summary>Ends an item's delay; null when it had none, else the priority at which it would have come.</summary>
    private protected int? EndDelay(T item)
    {
        if (Volatile.Read(ref _delayed) == 0)
            return null;
        lock (_gate)
        {
            if (!_delays.Remove(item, out var delay))
                return null;
            _delayed = _delays.Count;
            return delay.Priority;
        }
    }

    private void Release()
    {
        lock (_gate)
        {
            _armed = long.MaxValue;
            var now = Now;
            while (_waiting.TryPeek(out var item, out var next) && next.Due <= now)
            {
                _waiting.Dequeue();
                // An entry that has been replaced by an earlier one, or whose delay was ended, is stale.
                if (_delays.TryGetValue(item, out var delay) && delay.Order == next.Order)
                {
                    _delays.Remove(item);
                    Enqueue(item, delay.Priority);
                }
            }
            _delayed = _delays.Count;
            Arm();
        }
    }

    private void DropStale()
    {
        if (_waiting.Count <= 2 * _delays.Count + KeptStale)
            return;
        _waiting.Clear();
        foreach (var (item, delay) in _delays)
            _waiting.Enqueue(item, (delay.Due, delay.Order));
    }

    private void Arm()
    {
        if (!_waiting.TryPeek(out _, out var next) || next.Due >= _armed)
            return;
        _armed = next.Due;
        // Timers count whole milliseconds: rounded up, so that the item is due when the timer fires.
        var milliseconds = Math.Clamp(Math.Ceiling((next.Due - Now) / (double)TimeSpan.TicksPerMillisecond), 1, uint.MaxValue - 2);
        _timer.Change(TimeSpan.FromMilliseconds(milliseconds), Timeout.InfiniteTimeSpan);
    }

    private readonly record struct Delay(long Due, long Order, int Priority);
}
