using Microsoft.Extensions.Time.Testing;

namespace KubeBuilderNet.Runtime.Tests;

/// <summary>Virtual time whose timers may be changed on one thread while they fire and are disposed on another, and are counted.</summary>
/// <remarks>A cancellation source disposes its timer when it fires; the base class then wakes a waiter without a callback.</remarks>
internal sealed class SteadyTime : FakeTimeProvider
{
    private readonly HashSet<SteadyTimer> _timers = [];

    internal SteadyTime()
    {
    }

    internal SteadyTime(DateTimeOffset start)
        : base(start)
    {
    }

    /// <summary>How many timers were made and not disposed.</summary>
    internal int Timers
    {
        get
        {
            lock (_timers)
                return _timers.Count;
        }
    }

    /// <summary>When the next timer fires; the end of time when none will.</summary>
    internal DateTimeOffset NextDue
    {
        get
        {
            lock (_timers)
                return _timers.Count == 0 ? DateTimeOffset.MaxValue : _timers.Min(static timer => timer.Due);
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SteadyTimer(this, callback, state);
        lock (_timers)
            _timers.Add(timer);
        timer.Expect(dueTime, period);
        timer.Drive(base.CreateTimer(static timer => ((SteadyTimer)timer!).Fire(), timer, dueTime, period));
        return timer;
    }

    private void Forget(SteadyTimer timer)
    {
        lock (_timers)
            _timers.Remove(timer);
    }

    private sealed class SteadyTimer(SteadyTime time, TimerCallback callback, object? state) : ITimer
    {
        private readonly Lock _gate = new();
        private ITimer? _timer;
        private TimeSpan _period;
        private bool _isDisposed;
        private long _due = DateTimeOffset.MaxValue.UtcTicks;

        internal DateTimeOffset Due => new(Volatile.Read(ref _due), TimeSpan.Zero);

        internal void Expect(TimeSpan dueTime, TimeSpan period)
        {
            _period = period;
            Volatile.Write(ref _due, DueIn(dueTime));
        }

        internal void Drive(ITimer timer)
        {
            lock (_gate)
            {
                _timer = timer;
                if (_isDisposed)
                    timer.Dispose();
            }
        }

        internal void Fire()
        {
            Volatile.Write(ref _due, DueIn(_period == TimeSpan.Zero ? Timeout.InfiniteTimeSpan : _period));
            callback(state);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (_gate)
            {
                if (_isDisposed)
                    return false;
                Expect(dueTime, period);
                return _timer!.Change(dueTime, period);
            }
        }

        public void Dispose()
        {
            lock (_gate)
            {
                _isDisposed = true;
                _timer?.Dispose();
            }
            time.Forget(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private long DueIn(TimeSpan wait) => wait == Timeout.InfiniteTimeSpan ? DateTimeOffset.MaxValue.UtcTicks : (time.GetUtcNow() + wait).UtcTicks;
    }
}
