using System.Runtime.InteropServices;

namespace KubeBuilderNet.Queueing;

/// <summary>The work queue in memory: first in, first out.</summary>
/// <typeparam name="T">The items' type; compared by their equality.</typeparam>
public class WorkQueue<T> : IWorkQueue<T>
    where T : notnull
{
    [Flags]
    private enum State : byte
    {
        Dirty = 1,
        Processing = 2,
    }

    private const int MaxSpares = 1024;
    private readonly Lock _gate = new();
    private readonly Dictionary<T, Entry> _entries = [];
    private readonly Queue<Entry> _ready = new();
    private readonly Stack<Entry> _spares = new();
    private readonly Queue<TaskCompletionSource<WorkItem<T>>> _waiters = new();
    private TaskCompletionSource? _drained;
    private TimeProvider? _clock;
    private Action<TimeSpan>? _waited;
    private long _adds;
    private bool _isShutDown;

    /// <inheritdoc/>
    public int Count
    {
        get
        {
            lock (_gate)
                return _ready.Count;
        }
    }

    /// <summary>How many items were ever queued, those not counted that waited already.</summary>
    internal long Adds => Volatile.Read(ref _adds);

    /// <summary>Whether the queue takes no more items.</summary>
    protected bool IsShutDown => Volatile.Read(ref _isShutDown);

    /// <summary>Tells from now on how long each item waited, from its adding until it is handed out. To be called before anything is added.</summary>
    internal void Measure(TimeProvider clock, Action<TimeSpan> waited) => (_clock, _waited) = (clock, waited);

    /// <inheritdoc/>
    public void Add(T item)
    {
        lock (_gate)
        {
            if (_isShutDown)
                return;
            ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(_entries, item, out _);
            entry ??= NewEntry(item);
            if ((entry.State & State.Dirty) != 0)
                return;
            _adds++;
            entry.State |= State.Dirty;
            entry.AddedAt = _clock?.GetTimestamp() ?? 0;
            if ((entry.State & State.Processing) == 0)
                Offer(entry);
        }
    }

    /// <inheritdoc/>
    public ValueTask<WorkItem<T>> GetAsync(CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested)
            return ValueTask.FromCanceled<WorkItem<T>>(cancellationToken);
        TaskCompletionSource<WorkItem<T>> waiter;
        lock (_gate)
        {
            if (_ready.TryDequeue(out var entry))
            {
                entry.State = State.Processing;
                TellWait(entry);
                return ValueTask.FromResult(new WorkItem<T>(entry.Item, false));
            }
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
            if (entry.State == State.Processing)
                Recycle(entry);
            else
            {
                _entries.Add(item, entry);
                if ((entry.State & State.Processing) == 0)
                    return;
                entry.State = State.Dirty;
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

    // A waiter that has been cancelled can't be set any more, and the next one is tried.
    private void Offer(Entry entry)
    {
        while (_waiters.TryDequeue(out var waiter))
        {
            if (!waiter.TrySetResult(new WorkItem<T>(entry.Item, false)))
                continue;
            entry.State = State.Processing;
            TellWait(entry);
            return;
        }
        _ready.Enqueue(entry);
    }

    private void TellWait(Entry entry)
    {
        if (_clock is { } clock)
            _waited!(clock.GetElapsedTime(entry.AddedAt));
    }

    private Entry NewEntry(T item)
    {
        if (!_spares.TryPop(out var entry))
            return new Entry { Item = item };
        entry.Item = item;
        return entry;
    }

    private void Recycle(Entry entry)
    {
        if (_spares.Count >= MaxSpares)
            return;
        (entry.Item, entry.State) = (default!, default);
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

    private sealed class Entry
    {
        internal required T Item;
        internal State State;
        internal long AddedAt;
    }
}
