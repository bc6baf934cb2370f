namespace KubeBuilderNet.Caching;

/// <summary>Those who wait until a cache's object is as they want it. Used under the informer's lock.</summary>
internal sealed class CacheWaiters<T>
    where T : class
{
    private readonly Dictionary<ObjectKey, List<Waiter>> _waiters = [];

    /// <summary>How many wait.</summary>
    internal int Count => _waiters.Values.Sum(static waiters => waiters.Count);

    internal Waiter Add(ObjectKey key, Func<T?, bool> until)
    {
        var waiter = new Waiter(until);
        if (!_waiters.TryGetValue(key, out var others))
            _waiters.Add(key, others = []);
        others.Add(waiter);
        return waiter;
    }

    internal void Remove(ObjectKey key, Waiter waiter)
    {
        if (_waiters.TryGetValue(key, out var others) && others.Remove(waiter) && others.Count == 0)
            _waiters.Remove(key);
    }

    /// <summary>Says what an object is now; null when it is gone.</summary>
    internal void Tell(ObjectKey key, T? item)
    {
        if (_waiters.Count == 0 || !_waiters.TryGetValue(key, out var waiters))
            return;
        foreach (var waiter in waiters)
            waiter.Look(item);
    }

    /// <summary>One who waits. It takes itself away.</summary>
    internal sealed class Waiter(Func<T?, bool> until)
    {
        private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

        internal Task Done => _done.Task;

        // The question is the user's: it must not harm the informer.
        internal void Look(T? item)
        {
            try
            {
                if (until(item))
                    _done.TrySetResult();
            }
            catch (Exception e)
            {
                _done.TrySetException(e);
            }
        }
    }
}
