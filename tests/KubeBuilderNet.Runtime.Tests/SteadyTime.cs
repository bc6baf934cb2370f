using Microsoft.Extensions.Time.Testing;

namespace KubeBuilderNet.Runtime.Tests;

/// <summary>Virtual time whose timers may be changed on one thread while they fire and are disposed on another.</summary>
/// <remarks>A cancellation source disposes its timer when it fires; the base class then wakes a waiter without a callback.</remarks>
internal sealed class SteadyTime : FakeTimeProvider
{
    internal SteadyTime()
    {
    }

    internal SteadyTime(DateTimeOffset start)
        : base(start)
    {
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new SteadyTimer(base.CreateTimer(callback, state, dueTime, period));

    private sealed class SteadyTimer(ITimer timer) : ITimer
    {
        private readonly Lock _gate = new();
        private bool _isDisposed;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (_gate)
                return !_isDisposed && timer.Change(dueTime, period);
        }

        public void Dispose()
        {
            lock (_gate)
            {
                _isDisposed = true;
                timer.Dispose();
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
