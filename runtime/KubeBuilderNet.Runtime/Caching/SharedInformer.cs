using k8s;
using k8s.Models;
using KubeBuilderNet.Client;
using KubeBuilderNet.Logging;
using Microsoft.Extensions.Logging;

namespace KubeBuilderNet.Caching;

/// <summary>One list and watch of a kind, one cache, and as many handlers as want to hear of changes.</summary>
/// <remarks>Follows client-go's <c>cache.SharedIndexInformer</c>.</remarks>
/// <typeparam name="T">The objects' class.</typeparam>
public sealed class SharedInformer<T> : IInformer, IScopedInformer
    where T : class, IKubernetesObject<V1ObjectMeta>
{
    private readonly Indexer<T> _indexer;
    private readonly DeltaFifo<T> _fifo;
    private readonly List<Reflector<T>> _reflectors;
    private readonly UnreadableObjects _unreadable;
    private readonly MutationDetector<T>? _mutations;
    private readonly List<HandlerRegistration<T>> _handlers = [];
    private readonly CacheWaiters<T> _waiters = new();
    private readonly List<Task> _running = [];
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _synced = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TimeProvider _time;
    private readonly TimeSpan _resyncPeriod;
    private readonly string[] _namespaces;
    private readonly ILogger _log;
    private CancellationToken? _stopping;

    /// <summary>Makes an informer; nothing is read before <see cref="RunAsync"/>.</summary>
    /// <param name="client">Reads from the server.</param>
    /// <param name="log">Is told of what fails.</param>
    /// <param name="options">What is read and kept; null for all, as it is.</param>
    /// <param name="time">The clock; null for the system's.</param>
    public SharedInformer(IClient client, ILogger log, InformerOptions<T>? options = null, TimeProvider? time = null)
        : this(InformerResource<T>.Of(client), log, options, time)
    {
    }

    /// <summary>Makes an informer of a resource that the class needn't name; nothing is read before <see cref="RunAsync"/>.</summary>
    /// <remarks>
    /// Follows client-go's <c>dynamicinformer</c> and <c>metadatainformer</c>. Where the client knows the resource's name alone, a resource of
    /// the cluster must be given no namespaces.
    /// </remarks>
    /// <param name="resource">Reads from the server.</param>
    /// <param name="log">Is told of what fails.</param>
    /// <param name="options">What is read and kept; null for all, as it is.</param>
    /// <param name="time">The clock; null for the system's.</param>
    public SharedInformer(ResourceClient<T> resource, ILogger log, InformerOptions<T>? options = null, TimeProvider? time = null)
        : this(InformerResource<T>.Of(resource), log, options, time)
    {
    }

    private SharedInformer(InformerResource<T> resource, ILogger log, InformerOptions<T>? options, TimeProvider? time)
    {
        options ??= new InformerOptions<T>();
        Kind = resource.Kind;
        (_time, _resyncPeriod, _log) = (time ?? TimeProvider.System, options.ResyncPeriod, SafeLogger.Of(log));
        _indexer = new Indexer<T>((index, key, e) =>
            _log.LogError(e, "The index '{Index}' can't be evaluated for {Kind} {Key}; the object isn't found by it", index, Kind, key));
        _unreadable = new UnreadableObjects(Kind, _log);
        _mutations = options.DetectMutations ? new MutationDetector<T>(resource.TypeInfo()) : null;
        var scopes = Scopes(options.Namespaces, resource.Scope);
        _namespaces = [.. scopes.Select(static scope => scope ?? "")];
        _fifo = new DeltaFifo<T>(_indexer, scopes.Count);
        _reflectors = scopes.ConvertAll(scope => new Reflector<T>(new ReflectorSource<T>(resource, options, scope), _fifo, _unreadable, _time, _log));
    }

    /// <inheritdoc/>
    public GroupVersionKind Kind { get; }

    /// <summary>Reads the cache.</summary>
    public ILister<T> Lister => _indexer;

    /// <inheritdoc/>
    public bool HasSynced => _synced.Task.IsCompletedSuccessfully;

    /// <inheritdoc/>
    public string? LastError => _reflectors.Select(reflector => reflector.LastError).FirstOrDefault(error => error is not null);

    IReadOnlyList<string> IScopedInformer.Namespaces => _namespaces;

    /// <summary>How many handlers hear of changes.</summary>
    internal int Handlers
    {
        get
        {
            lock (_gate)
                return _handlers.Count;
        }
    }

    /// <summary>How many wait for an object to be as they want it.</summary>
    internal int Waiting
    {
        get
        {
            lock (_gate)
                return _waiters.Count;
        }
    }

    /// <summary>Adds an index for <see cref="ILister{T}.ByIndex"/>.</summary>
    /// <exception cref="InvalidOperationException">There is an index of this name.</exception>
    public void AddIndex(string name, Func<T, IEnumerable<string>> values) => _indexer.AddIndex(name, values);

    /// <inheritdoc/>
    public IReadOnlyCollection<UnreadableObject> Unreadable => _unreadable.All;

    /// <summary>Adds a handler, at any time. It hears of every object that is there, then of every change.</summary>
    /// <param name="handler">The handler; it has a buffer of its own, and may be slow.</param>
    /// <param name="resyncPeriod">How often it is told of all objects again; null for <see cref="InformerOptions{T}.ResyncPeriod"/>, zero for never.</param>
    /// <returns>Says when it has heard of all that was there, and takes it away.</returns>
    public IHandlerRegistration AddHandler(IResourceHandler<T> handler, TimeSpan? resyncPeriod = null)
    {
        ArgumentNullException.ThrowIfNull(handler);
        var registration = new HandlerRegistration<T>(handler, Remove, _log);
        lock (_gate)
        {
            foreach (var item in _indexer.List())
                registration.Added(item, isInInitialList: true);
            if (HasSynced)
                registration.Synced();
            _handlers.Add(registration);
            _running.RemoveAll(static task => task.IsCompleted);
            if (_stopping is { } stopping)
                _running.Add(Start(registration.RunAsync, stopping));
        }
        registration.ResyncEvery(resyncPeriod ?? _resyncPeriod, _time, Resync);
        return registration;
    }

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        lock (_gate)
        {
            if (_stopping is not null)
                throw new InvalidOperationException($"The informer of {Kind} is started already.");
            _stopping = stop.Token;
            _running.AddRange(_handlers.Select(handler => Start(handler.RunAsync, stop.Token)));
            _running.AddRange(_reflectors.Select(reflector => Start(reflector.RunAsync, stop.Token)));
        }
        var ended = await Task.WhenAny(TakeAllAsync(stop.Token), DetectMutationsAsync(stop.Token));
        await stop.CancelAsync();
        Task running;
        lock (_gate)
            running = Task.WhenAll(_running);
        await running;
        if (!cancellationToken.IsCancellationRequested)
            await ended;
    }

    /// <inheritdoc/>
    public Task WaitForSyncAsync(CancellationToken cancellationToken) => _synced.Task.WaitAsync(cancellationToken);

    /// <summary>Waits until the object of a key, null when it is gone, is as it is wanted.</summary>
    internal async Task WaitAsync(ObjectKey key, Func<T?, bool> until, CancellationToken cancellationToken)
    {
        CacheWaiters<T>.Waiter waiter;
        lock (_gate)
        {
            waiter = _waiters.Add(key, until);
            waiter.Look(_indexer.Find(key));
        }
        try
        {
            await waiter.Done.WaitAsync(cancellationToken);
        }
        finally
        {
            lock (_gate)
                _waiters.Remove(key, waiter);
        }
    }

    // Never on the caller's thread, which holds the lock: a handler may block.
    private static Task Start(Func<CancellationToken, Task> run, CancellationToken cancellationToken) =>
        Task.Run(() => run(cancellationToken), CancellationToken.None);

    private static List<string?> Scopes(IReadOnlyCollection<string> namespaces, ResourceScope scope) =>
        namespaces.Count > 0 && !namespaces.Any(string.IsNullOrEmpty) && scope == ResourceScope.Namespaced
            ? [.. namespaces.Distinct(StringComparer.Ordinal)]
            : [null];

    private async Task TakeAllAsync(CancellationToken cancellationToken)
    {
        // Whoever starts it need not wait until nothing is left to take.
        await Task.Yield();
        while (true)
        {
            // Asked after each object: under constant change there is always one more.
            do
            {
                if (!HasSynced && _fifo.HasSynced)
                    BeSynced();
            }
            while (_fifo.TryPop(Take));
            await _fifo.WaitAsync(cancellationToken);
        }
    }

    private void BeSynced()
    {
        lock (_gate)
        {
            foreach (var handler in _handlers)
                handler.Synced();
            _synced.TrySetResult();
        }
    }

    private async Task DetectMutationsAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await Task.Delay(_mutations is null ? Timeout.InfiniteTimeSpan : MutationDetector<T>.Period, _time, cancellationToken);
            lock (_gate)
                ThrowIfMutated(_mutations!.CheckAll());
        }
    }

    private void ThrowIfMutated(string? mutation)
    {
        if (mutation is null)
            return;
        _log.LogCritical("{Mutation}", mutation);
        throw new InvalidOperationException(mutation);
    }

    private void Remove(HandlerRegistration<T> handler)
    {
        lock (_gate)
            _handlers.Remove(handler);
    }

    private void Resync(HandlerRegistration<T> handler)
    {
        lock (_gate)
        {
            if (HasSynced)
                handler.Resync(_indexer.List());
        }
    }

    private void Take(ObjectKey key, List<Delta<T>> deltas)
    {
        lock (_gate)
        {
            foreach (var delta in deltas)
            {
                if (delta.Type == DeltaType.Deleted)
                    Remove(key, delta);
                else
                    Set(key, delta);
                _waiters.Tell(key, delta.Type == DeltaType.Deleted ? null : delta.Resource);
            }
        }
    }

    private void Remove(ObjectKey key, in Delta<T> delta)
    {
        if (_indexer.Remove(key) is null)
            return;
        ThrowIfMutated(_mutations?.Remove(key));
        foreach (var handler in _handlers)
            handler.Deleted(delta.Resource, delta.FinalStateUnknown);
    }

    private void Set(ObjectKey key, in Delta<T> delta)
    {
        var before = _indexer.Set(key, delta.Resource);
        ThrowIfMutated(_mutations?.Set(key, delta.Resource));
        // A new list repeats what hasn't changed: no news.
        if (delta.Type == DeltaType.Replaced && before is not null && before.Metadata.ResourceVersion == delta.Resource.Metadata.ResourceVersion)
            return;
        foreach (var handler in _handlers)
        {
            if (before is null)
                handler.Added(delta.Resource, isInInitialList: !HasSynced);
            else
                handler.Updated(before, delta.Resource);
        }
    }
}
