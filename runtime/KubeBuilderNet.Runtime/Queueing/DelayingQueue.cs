namespace KubeBuilderNet.Queueing;

/// <summary>The work queue with delays, kept in a heap and driven by one timer.</summary>
/// <typeparam name="T">The items' type.</typeparam>
public class DelayingQueue<T> : WorkQueue<T>, IDelayingQueue<T>, IDisposable
    where T : notnull
{
    private readonly TimeProvider _time;
    private readonly long _origin;
    private readonly Lock _gate = new();
    private readonly PriorityQueue<T, (long Due, long Order)> _waiting = new();
    private readonly Dictionary<T, long> _due = [];
    private readonly ITimer _timer;
    private long _order;
    private long _armed = long.MaxValue;

    /// <summary>Makes an empty queue on the given clock.</summary>
    public DelayingQueue(TimeProvider? time = null)
    {
        _time = time ?? TimeProvider.System;
        _origin = _time.GetTimestamp();
        _timer = _time.CreateTimer(static queue => ((DelayingQueue<T>)queue!).Release(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    private long Now => _time.GetElapsedTime(_origin).Ticks;

    /// <inheritdoc/>
    public void AddAfter(T item, TimeSpan delay)
    {
        if (delay <= TimeSpan.Zero)
        {
            Add(item);
            return;
        }
        lock (_gate)
        {
            if (IsShutDown)
                return;
            var due = Now + Math.Min(delay.Ticks, TimeSpan.MaxValue.Ticks / 4);
            if (_due.TryGetValue(item, out var earlier) && earlier <= due)
                return;
            _due[item] = due;
            _waiting.Enqueue(item, (due, _order++));
            Arm();
        }
    }

    /// <inheritdoc/>
    public override void ShutDown()
    {
        base.ShutDown();
        lock (_gate)
        {
            _waiting.Clear();
            _due.Clear();
        }
        _timer.Dispose();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ShutDown();
        GC.SuppressFinalize(this);
    }

    private void Release()
    {
        lock (_gate)
        {
            _armed = long.MaxValue;
            var now = Now;
            while (_waiting.TryPeek(out var item, out var priority) && priority.Due <= now)
            {
                _waiting.Dequeue();
                // A later entry of an item that came earlier, too, is stale.
                if (_due.TryGetValue(item, out var due) && due == priority.Due)
                {
                    _due.Remove(item);
                    Add(item);
                }
            }
            Arm();
        }
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
}
