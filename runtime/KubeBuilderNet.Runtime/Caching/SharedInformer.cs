using k8s;
using k8s.Models;
using KubeBuilderNet.Client;
using KubeBuilderNet.Logging;
using Microsoft.Extensions.Logging;

namespace KubeBuilderNet.Caching;

/// <summary>One list and watch of a kind, one cache, and as many handlers as want to hear of changes.</summary>
/// <remarks>Follows client-go's <c>cache.SharedIndexInformer</c>.</remarks>
/// <typeparam name="T">The objects' class.</typeparam>
public sealed class SharedInformer<T> : IInformer
    where T : class, IKubernetesObject<V1ObjectMeta>
{
    private readonly Indexer<T> _indexer;
    private readonly DeltaFifo<T> _fifo;
    private readonly List<Reflector<T>> _reflectors;
    private readonly List<HandlerBuffer<T>> _handlers = [];
    private readonly List<Task> _running = [];
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _synced = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ILogger _log;
    private CancellationToken? _stopping;

    /// <summary>Makes an informer; nothing is read before <see cref="RunAsync"/>.</summary>
    /// <param name="client">Reads from the server.</param>
    /// <param name="log">Is told of what fails.</param>
    /// <param name="namespaces">The namespaces to watch; null, empty or with an empty name for all, and always all for a cluster-scoped kind.</param>
    /// <param name="time">The clock; null for the system's.</param>
    public SharedInformer(IClient client, ILogger log, IReadOnlyCollection<string>? namespaces = null, TimeProvider? time = null)
    {
        var definition = ResourceDefinition.Of<T>();
        Kind = definition.Kind;
        _log = SafeLogger.Of(log);
        _indexer = new Indexer<T>((index, key, e) =>
            _log.LogError(e, "The index '{Index}' can't be evaluated for {Kind} {Key}; the object isn't found by it", index, Kind, key));
        string?[] scopes = namespaces is { Count: > 0 } && !namespaces.Any(string.IsNullOrEmpty) && definition.Scope == ResourceScope.Namespaced
            ? [.. namespaces.Distinct(StringComparer.Ordinal)]
            : [null];
        _fifo = new DeltaFifo<T>(_indexer, scopes.Length);
        _reflectors = [.. scopes.Select(scope => new Reflector<T>(client, _fifo, scope, time ?? TimeProvider.System, _log))];
    }

    /// <inheritdoc/>
    public GroupVersionKind Kind { get; }

    /// <summary>Reads the cache.</summary>
    public ILister<T> Lister => _indexer;

    /// <inheritdoc/>
    public bool HasSynced => _synced.Task.IsCompletedSuccessfully;

    /// <inheritdoc/>
    public string? LastError => _reflectors.Select(reflector => reflector.LastError).FirstOrDefault(error => error is not null);

    /// <summary>Adds an index for <see cref="ILister{T}.ByIndex"/>.</summary>
    /// <exception cref="InvalidOperationException">There is an index of this name.</exception>
    public void AddIndex(string name, Func<T, IEnumerable<string>> values) => _indexer.AddIndex(name, values);

    /// <summary>Adds a handler. It hears of every object that is there, then of every change.</summary>
    public void AddHandler(IResourceHandler<T> handler)
    {
        var buffer = new HandlerBuffer<T>(handler, _log);
        lock (_gate)
        {
            foreach (var item in _indexer.List())
                buffer.Added(item, isInInitialList: true);
            _handlers.Add(buffer);
            if (_stopping is { } stopping)
                _running.Add(Start(buffer.RunAsync, stopping));
        }
    }

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_stopping is not null)
                throw new InvalidOperationException($"The informer of {Kind} is started already.");
            _stopping = cancellationToken;
            _running.AddRange(_handlers.Select(handler => Start(handler.RunAsync, cancellationToken)));
            _running.AddRange(_reflectors.Select(reflector => Start(reflector.RunAsync, cancellationToken)));
        }
        try
        {
            while (true)
            {
                // Asked after each object: under constant change there is always one more.
                do
                {
                    if (!HasSynced && _fifo.HasSynced)
                        _synced.TrySetResult();
                }
                while (_fifo.TryPop(Take));
                await _fifo.WaitAsync(cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await Task.WhenAll(_running);
        }
    }

    /// <inheritdoc/>
    public Task WaitForSyncAsync(CancellationToken cancellationToken) => _synced.Task.WaitAsync(cancellationToken);

    // Never on the caller's thread, which holds the lock: a handler may block.
    private static Task Start(Func<CancellationToken, Task> run, CancellationToken cancellationToken) =>
        Task.Run(() => run(cancellationToken), CancellationToken.None);

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
            }
        }
    }

    private void Remove(ObjectKey key, in Delta<T> delta)
    {
        if (_indexer.Remove(key) is null)
            return;
        foreach (var handler in _handlers)
            handler.Deleted(delta.Resource, delta.FinalStateUnknown);
    }

    private void Set(ObjectKey key, in Delta<T> delta)
    {
        var before = _indexer.Set(key, delta.Resource);
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
