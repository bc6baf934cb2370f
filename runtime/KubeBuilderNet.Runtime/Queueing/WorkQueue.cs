namespace KubeBuilderNet.Queueing;

/// <summary>The work queue in memory: first in, first out.</summary>
/// <typeparam name="T">The items' type; compared by their equality.</typeparam>
public class WorkQueue<T> : IWorkQueue<T>
    where T : notnull
{
    private readonly Lock _gate = new();
    private readonly WorkTable<T> _table = new();
    private readonly ReadyItems<T> _ready;
    private readonly Queue<TaskCompletionSource<WorkItem<T>>> _waiters = new();
    private TaskCompletionSource? _drained;
    private WorkClock<T>? _clock;
    private long _adds;
    private bool _isShutDown;

    /// <summary>Makes an empty queue.</summary>
    public WorkQueue() => _ready = new ReadyItems<T>(_table);

    /// <inheritdoc/>
    public int Count => _ready.Count;

    /// <summary>How many items were ever queued, those not counted that waited already.</summary>
    internal long Adds => Volatile.Read(ref _adds);

    /// <summary>How many items the queue knows: those that wait, and those being worked on.</summary>
    internal int Held
    {
        get
        {
            lock (_gate)
                return _table.Count;
        }
    }

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
            if (_ready.Take() is var index and not WorkTable<T>.None)
                return ValueTask.FromResult(HandOut(index));
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
            var index = _table.Find(item);
            if (index == WorkTable<T>.None || (_table[index].State & WorkState.Processing) == 0)
                return;
            _clock?.Done(index);
            if (_table[index].State == WorkState.Processing)
                _table.Remove(index);
            else
            {
                _table[index].State = WorkState.Dirty;
                Offer(index);
            }
            if (_table.Count == 0)
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
            if (_table.Count == 0)
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
    internal void Measure(TimeProvider time, IQueueMeter meter) => _clock = new WorkClock<T>(_table, time, meter);

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
            var index = _table.FindOrAdd(item);
            ref var slot = ref _table[index];
            if ((slot.State & WorkState.Dirty) != 0)
            {
                Raise(index, priority);
                return;
            }
            _adds++;
            slot.State |= WorkState.Dirty;
            slot.Priority = priority;
            _clock?.Added(index);
            if ((slot.State & WorkState.Processing) == 0)
                Offer(index);
        }
    }

    /// <summary>Raises the priority of an item if it waits, or will as soon as the work on it is done.</summary>
    /// <returns>Whether it does.</returns>
    private protected bool TryRaise(T item, int priority)
    {
        lock (_gate)
        {
            var index = _table.Find(item);
            if (index == WorkTable<T>.None || (_table[index].State & WorkState.Dirty) == 0)
                return false;
            Raise(index, priority);
            return true;
        }
    }

    private void Raise(int index, int priority)
    {
        ref var slot = ref _table[index];
        if (priority <= slot.Priority)
            return;
        if ((slot.State & WorkState.Processing) == 0)
            _ready.Raise(index, priority);
        else
            slot.Priority = priority;
    }

    // A waiter that has been cancelled can't be set any more, and the next one is tried.
    private void Offer(int index)
    {
        while (_waiters.TryDequeue(out var waiter))
        {
            if (!waiter.TrySetResult(Item(index)))
                continue;
            HandOut(index);
            return;
        }
        _ready.Add(index);
    }

    private WorkItem<T> HandOut(int index)
    {
        _table[index].State = WorkState.Processing;
        _clock?.Taken(index);
        return Item(index);
    }

    private WorkItem<T> Item(int index) => new(_table[index].Item, false) { Priority = _table[index].Priority };

    private static async ValueTask<WorkItem<T>> WaitAsync(TaskCompletionSource<WorkItem<T>> waiter, CancellationToken cancellationToken)
    {
        await using (cancellationToken.UnsafeRegister(static (state, token) =>
            ((TaskCompletionSource<WorkItem<T>>)state!).TrySetCanceled(token), waiter))
        {
            return await waiter.Task;
        }
    }
}
