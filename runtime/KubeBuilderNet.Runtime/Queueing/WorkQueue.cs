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

    private readonly Lock _gate = new();
    private readonly Dictionary<T, State> _states = [];
    private readonly Queue<T> _ready = new();
    private readonly Queue<TaskCompletionSource<WorkItem<T>>> _waiters = new();
    private TaskCompletionSource? _drained;
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

    /// <summary>Whether the queue takes no more items.</summary>
    protected bool IsShutDown => Volatile.Read(ref _isShutDown);

    /// <inheritdoc/>
    public void Add(T item)
    {
        lock (_gate)
        {
            if (_isShutDown)
                return;
            ref var state = ref CollectionsMarshal.GetValueRefOrAddDefault(_states, item, out _);
            if ((state & State.Dirty) != 0)
                return;
            state |= State.Dirty;
            if ((state & State.Processing) == 0)
                Offer(item, ref state);
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
            if (_ready.TryDequeue(out var item))
            {
                CollectionsMarshal.GetValueRefOrNullRef(_states, item) = State.Processing;
                return ValueTask.FromResult(new WorkItem<T>(item, false));
            }
            if (_isShutDown)
                return ValueTask.FromResult(new WorkItem<T>(default!, true));
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
            ref var state = ref CollectionsMarshal.GetValueRefOrNullRef(_states, item);
            if (System.Runtime.CompilerServices.Unsafe.IsNullRef(ref state) || (state & State.Processing) == 0)
                return;
            state &= ~State.Processing;
            if ((state & State.Dirty) != 0)
                Offer(item, ref state);
            else
                _states.Remove(item);
            if (_states.Count == 0)
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
            if (_states.Count == 0)
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
    private void Offer(T item, ref State state)
    {
        while (_waiters.TryDequeue(out var waiter))
        {
            if (!waiter.TrySetResult(new WorkItem<T>(item, false)))
                continue;
            state = State.Processing;
            return;
        }
        _ready.Enqueue(item);
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
