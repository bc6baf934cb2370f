using k8s.Models;

namespace KubeBuilderNet.Caching;

/// <summary>Changes by object, in the order in which the objects first changed. One taker.</summary>
/// <remarks>Follows client-go's <c>cache.DeltaFIFO</c>. Several scopes (namespaces) can be listed apart: each replaces only its own.</remarks>
/// <param name="known">What the taker has taken: a list says which of these are gone.</param>
/// <param name="scopes">How many scopes must have been listed until all is in.</param>
internal sealed class DeltaFifo<T>(Indexer<T> known, int scopes)
    where T : class, IMetadata<V1ObjectMeta>
{
    private readonly Lock _gate = new();
    private readonly Dictionary<ObjectKey, List<Delta<T>>> _changes = [];
    private readonly Queue<ObjectKey> _order = new();
    private readonly HashSet<ObjectKey> _initial = [];
    private TaskCompletionSource? _waiter;
    private int _scopesToCome = scopes;
    private bool _isAwake;

    /// <summary>Whether each scope has been listed and all of those first lists has been taken.</summary>
    internal bool HasSynced
    {
        get
        {
            lock (_gate)
                return _scopesToCome <= 0 && _initial.Count == 0;
        }
    }

    internal void Add(T item) => Push(DeltaType.Added, item);

    internal void Update(T item) => Push(DeltaType.Updated, item);

    internal void Delete(T item) => Push(DeltaType.Deleted, item);

    /// <summary>Deletes what is known under a key, when the deleted object itself couldn't be read.</summary>
    internal void Delete(ObjectKey key)
    {
        lock (_gate)
        {
            if (LastKnown(key) is { } last)
                Queue(key, new Delta<T>(DeltaType.Deleted, last, FinalStateUnknown: true));
        }
    }

    /// <summary>Takes a new list: its objects are Replaced, known ones that it lacks are Deleted.</summary>
    /// <param name="items">The list.</param>
    /// <param name="unreadable">Keys that are on the list but couldn't be read: they aren't gone.</param>
    /// <param name="scope">The namespace that was listed; null for everything.</param>
    /// <param name="isFirst">Whether it is the first list of the scope.</param>
    internal void Replace(IReadOnlyList<T> items, IEnumerable<ObjectKey> unreadable, string? scope, bool isFirst)
    {
        lock (_gate)
        {
            var listed = new HashSet<ObjectKey>(unreadable);
            foreach (var item in items)
            {
                var key = ObjectKey.Of(item);
                listed.Add(key);
                Queue(key, new Delta<T>(DeltaType.Replaced, item));
                if (isFirst)
                    _initial.Add(key);
            }
            var gone = known.Keys().Concat(_changes.Keys).Where(key => (scope is null || key.Namespace == scope) && !listed.Contains(key)).ToHashSet();
            foreach (var key in gone)
            {
                if (LastKnown(key) is { } last)
                    Queue(key, new Delta<T>(DeltaType.Deleted, last, FinalStateUnknown: true));
            }
            if (isFirst)
                _scopesToCome--;
            Wake();
        }
    }

    /// <summary>Takes the changes of one object. The action runs inside, so that a list that comes meanwhile sees what it did.</summary>
    /// <returns>False when nothing waits.</returns>
    internal bool TryPop(Action<ObjectKey, List<Delta<T>>> take)
    {
        lock (_gate)
        {
            if (!_order.TryDequeue(out var key))
                return false;
            _changes.Remove(key, out var deltas);
            take(key, deltas!);
            _initial.Remove(key);
            return true;
        }
    }

    /// <summary>Waits until there may be something to take.</summary>
    internal Task WaitAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_isAwake || _order.Count > 0)
            {
                _isAwake = false;
                return Task.CompletedTask;
            }
            _waiter ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _waiter.Task.WaitAsync(cancellationToken);
        }
    }

    private void Push(DeltaType type, T item)
    {
        lock (_gate)
            Queue(ObjectKey.Of(item), new Delta<T>(type, item));
    }

    private void Queue(ObjectKey key, Delta<T> delta)
    {
        if (!_changes.TryGetValue(key, out var deltas))
        {
            // A delete of what nobody has seen is nobody's business.
            if (delta.Type == DeltaType.Deleted && known.Find(key) is null)
                return;
            _changes.Add(key, deltas = new List<Delta<T>>(1));
            _order.Enqueue(key);
        }
        if (delta.Type == DeltaType.Deleted && deltas is [.., { Type: DeltaType.Deleted } before])
        {
            // Of two deletes in a row the one with the true last state stays.
            if (before.FinalStateUnknown && !delta.FinalStateUnknown)
                deltas[^1] = delta;
        }
        else
            deltas.Add(delta);
        Wake();
    }

    private T? LastKnown(ObjectKey key) => _changes.TryGetValue(key, out var deltas)
        ? deltas[^1].Resource
        : known.Find(key);

    private void Wake()
    {
        _isAwake = true;
        _waiter?.TrySetResult();
        _waiter = null;
    }
}
