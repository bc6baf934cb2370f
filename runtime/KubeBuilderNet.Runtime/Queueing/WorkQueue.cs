using System.Runtime.InteropServices;

namespace KubeBuilderNet.Queueing;

/// <summary>The work queue in memory: first in, first out.</summary>
/// <typeparam name="T">The items' type; compared by their equality.</typeparam>
public class WorkQueue<T> : IWorkQueue<T>
    where T : notnull
{
    private const int MaxSpares = 1024;
    private readonly Lock _gate = new();
    private readonly Dictionary<T, WorkEntry<T>> _entries = [];
    private readonly ReadyItems<T> _ready = new();
    private readonly Stack<WorkEntry<T>> _spares = new();
    private readonly Queue<TaskCompletionSource<WorkItem<T>>> _waiters = new();
    private TaskCompletionSource? _drained;
    private WorkClock<T>? _clock;
    private long _adds;
    private bool _isShutDown;

    /// <inheritdoc/>
    public int Count => _ready.Count;

    /// <summary>How many items were ever queued, those not counted that waited already.</summary>
    internal long Adds => Volatile.Read(ref _adds);

    /// <summary>Whether the queue takes no more items.</summary>
    protected bool IsShutDown => Volatile.Read(ref _isShutDown);

    /// <inheritdoc/>
    public virtual void Add(T item) => Enqueue(item, 0);

    /// <inheritdoc/>
    public ValueTask<WorkItem<T>> GetAsync(CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested)
            return ValueTask.FromCanceled<WorkItem<T>>(cancellationToken);
        TaskCompletionSource<WorkItem<T>> waiter;
        lock (_gate)
        {
            if (_ready.Take() is { } entry)
                return ValueTask.FromResult(HandOut(entry));
            if (_isShutDown)
                return ValueTask.FromResult(new WorkItem<T>(default!, true));
            // Takers that have given up stay queued until the next item, or the next taker.
            while (_waiters.TryPeek(out var first) && first.Task.IsCompleted)
                _waiters.Dequeue();
            waiter = new TaskCompletionSource<WorkItem<T>>(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiters.Enqueue(waiter);
        }
        return cancellationToken.CanBeCanceled ? WaitAsync(waiter, cancellationToken) : new ValueTask<WorkItem<T>>(waiter.Task);
    }

    /// <inheritdoc/>
    public void Done(T item)
    {
        lock (_gate)
        {
            // Mostly the item isn't dirty: it is looked up once, by its removal.
            if (!_entries.Remove(item, out var entry))
                return;
            var wasProcessing = (entry.State & WorkState.Processing) != 0;
            if (wasProcessing)
                _clock?.Done(entry);
            if (entry.State == WorkState.Processing)
                Recycle(entry);
            else
            {
                _entries.Add(item, entry);
                if (!wasProcessing)
                    return;
                entry.State = WorkState.Dirty;
                Offer(entry);
            }
            if (_entries.Count == 0)
                _drained?.TrySetResult();
        }
    }

    /// <inheritdoc/>
    public virtual void ShutDown()
    {
        lock (_gate)
        {
            _isShutDown = true;
            while (_waiters.TryDequeue(out var waiter))
                waiter.TrySetResult(new WorkItem<T>(default!, true));
            if (_entries.Count == 0)
                _drained?.TrySetResult();
        }
    }

    /// <inheritdoc/>
    public Task ShutDownWithDrainAsync(CancellationToken cancellationToken = default)
    {
        Task drained;
        lock (_gate)
            drained = (_drained ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        ShutDown();
        return drained.WaitAsync(cancellationToken);
    }

    /// <summary>Measures from now on how long items wait and are worked on. To be called before anything is added.</summary>
    internal void Measure(TimeProvider time, IQueueMeter meter) => _clock = new WorkClock<T>(time, meter);

    /// <summary>How many wait, by priority.</summary>
    internal List<(int Priority, int Count)> Depths()
    {
        lock (_gate)
            return _ready.Depths();
    }

    /// <summary>For how long all that is worked on has been worked on, together, and the oldest of it; zero unless it is measured.</summary>
    internal (TimeSpan Unfinished, TimeSpan Longest) Work()
    {
        lock (_gate)
            return _clock is { } clock ? (clock.Unfinished(), clock.Longest()) : default;
    }

    /// <summary>Queues an item, or raises the priority of one that waits.</summary>
    private protected void Enqueue(T item, int priority)
    {
        lock (_gate)
        {
            if (_isShutDown)
                return;
            ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(_entries, item, out _);
            entry ??= NewEntry(item);
            if ((entry.State & WorkState.Dirty) != 0)
            {
                Raise(entry, priority);
                return;
            }
            _adds++;
            entry.State |= WorkState.Dirty;
            entry.Priority = priority;
            _clock?.Added(entry);
            if ((entry.State & WorkState.Processing) == 0)
                Offer(entry);
        }
    }

    /// <summary>Raises the priority of an item if it waits, or will as soon as the work on it is done.</summary>
    /// <returns>Whether it does.</returns>
    private protected bool TryRaise(T item, int priority)
    {
        lock (_gate)
        {
            if (!_entries.TryGetValue(item, out var entry) || (entry.State & WorkState.Dirty) == 0)
                return false;
            Raise(entry, priority);
            return true;
        }
    }

    private void Raise(WorkEntry<T> entry, int priority)
    {
        if (priority <= entry.Priority)
            return;
        if ((entry.State & WorkState.Processing) == 0)
            _ready.Raise(entry, priority);
        else
            entry.Priority = priority;
    }

    // A waiter that has been cancelled can't be set any more, and the next one is tried.
    private void Offer(WorkEntry<T> entry)
    {
        while (_waiters.TryDequeue(out var waiter))
        {
            if (!waiter.TrySetResult(new WorkItem<T>(entry.Item, false) { Priority = entry.Priority }))
                continue;
            HandOut(entry);
            return;
        }
        _ready.Add(entry);
    }

    private WorkItem<T> HandOut(WorkEntry<T> entry)
    {
        entry.State = WorkState.Processing;
        _clock?.Taken(entry);
        return new WorkItem<T>(entry.Item, false) { Priority = entry.Priority };
    }

    private WorkEntry<T> NewEntry(T item)
    {
        if (!_spares.TryPop(out var entry))
            return new WorkEntry<T> { Item = item };
        entry.Item = item;
        return entry;
    }

    private void Recycle(WorkEntry<T> entry)
    {
        if (_spares.Count >= MaxSpares)
            return;
        (entry.Item, entry.State) = (default!, WorkState.None);
        _spares.Push(entry);
    }

    private static async ValueTask<WorkItem<T>> WaitAsync(TaskCompletionSource<WorkItem<T>> waiter, CancellationToken cancellationToken)
    {
        await using (cancellationToken.UnsafeRegister(static (state, token) =>
            ((TaskCompletionSource<WorkItem<T>>)state!).TrySetCanceled(token), waiter))
        {
            return await waiter.Task;
        }
    }
}
