using System.Collections.Concurrent;
using k8s;
using k8s.Models;
using KubeBuilderNet.Client;
using KubeBuilderNet.Client.Dynamic;
using Microsoft.Extensions.Logging;

namespace KubeBuilderNet.Caching;

/// <summary>One informer a class and resource, however many ask for it.</summary>
/// <remarks>Follows client-go's <c>SharedInformerFactory</c>, <c>DynamicSharedInformerFactory</c> and that of <c>metadatainformer</c>.</remarks>
/// <param name="client">Reads from the server.</param>
/// <param name="logs">Makes the informers' loggers.</param>
/// <param name="namespaces">The namespaces to watch; null or empty for all.</param>
/// <param name="time">The clock; null for the system's.</param>
/// <param name="options">What informers read and keep; null for the defaults.</param>
public sealed class SharedInformerFactory(
    IClient client, ILoggerFactory logs, IReadOnlyCollection<string>? namespaces = null, TimeProvider? time = null, CacheOptions? options = null)
{
    private readonly ConcurrentDictionary<(Type, GroupVersionResource), Lazy<IInformer>> _informers = new();
    private readonly CacheOptions _options = options ?? new CacheOptions();
    private readonly Lock _gate = new();
    private readonly List<IInformer> _made = [];
    private readonly List<Task> _running = [];
    private readonly TaskCompletionSource _failed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CancellationToken? _stopping;

    /// <summary>What informers read and keep.</summary>
    internal CacheOptions Options => _options;

    /// <summary>The informers that have been asked for.</summary>
    public IReadOnlyCollection<IInformer> Informers => [.. _informers.Values.Select(informer => informer.Value)];

    /// <summary>Where the objects of a resource are read; null when none of its caches has been asked for.</summary>
    internal IReadOnlyList<string>? NamespacesOf(string group, string resource) => _informers
        .Where(informer => informer.Key.Item2.Group == group && informer.Key.Item2.Resource == resource)
        .Select(static informer => ((IScopedInformer)informer.Value.Value).Namespaces)
        .FirstOrDefault();

    /// <summary>The informer of a kind; made at the first call, and started by <see cref="RunAsync(CancellationToken)"/>, or at once when that has been called.</summary>
    public SharedInformer<T> Get<T>()
        where T : class, IKubernetesObject<V1ObjectMeta> =>
        Get<T>(ResourceDefinition.Of<T>().Resource, (log, options) => new SharedInformer<T>(client, log, options, time));

    /// <summary>The informer of a resource as the class of its client, whichever resource the class itself names; otherwise as <see cref="Get{T}()"/>.</summary>
    /// <param name="resource">Reads from the server when it is the first one of its class and resource that is given.</param>
    public SharedInformer<T> Get<T>(ResourceClient<T> resource)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        ArgumentNullException.ThrowIfNull(resource);
        return Get<T>(resource.Resource, (log, options) => new SharedInformer<T>(resource, log, options, time));
    }

    /// <summary>The informer of a resource that no class describes.</summary>
    /// <exception cref="InvalidOperationException">The factory's client is not a <see cref="KubernetesApiClient"/>.</exception>
    public SharedInformer<Unstructured> Get(GroupVersionResource resource) => client is KubernetesApiClient { Rest: var rest }
        ? Get(new DynamicClient(rest).Resource(resource))
        : throw new InvalidOperationException(
            $"{client.GetType().Name} can't read {resource} without a class: give Get the ResourceClient<Unstructured> of a DynamicClient.");

    /// <summary>Runs all informers, those that are asked for later, too, until cancelled, or until one fails. Called once; the manager does.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        lock (_gate)
        {
            if (_stopping is not null)
                throw new InvalidOperationException("The informers are started already.");
            _stopping = stop.Token;
            foreach (var informer in _made)
                _running.Add(Task.Run(() => RunAsync(informer, stop.Token), CancellationToken.None));
        }
        var cancelled = Task.Delay(Timeout.InfiniteTimeSpan, stop.Token);
        var ended = await Task.WhenAny(_failed.Task, cancelled);
        await stop.CancelAsync();
        Task running;
        lock (_gate)
            running = Task.WhenAll(_running);
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (ended == _failed.Task)
            await ended;
    }

    private SharedInformer<T> Get<T>(GroupVersionResource resource, Func<ILogger, InformerOptions<T>, SharedInformer<T>> make)
        where T : class, IKubernetesObject<V1ObjectMeta> =>
        (SharedInformer<T>)_informers.GetOrAdd((typeof(T), resource), _ => new Lazy<IInformer>(() => Make(resource, make))).Value;

    private SharedInformer<T> Make<T>(GroupVersionResource resource, Func<ILogger, InformerOptions<T>, SharedInformer<T>> make)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        var informer = make(logs.CreateLogger("KubeBuilderNet.Caching.Informer"), _options.Of<T>(namespaces ?? [], resource));
        lock (_gate)
        {
            _made.Add(informer);
            if (_stopping is { IsCancellationRequested: false } stopping)
                _running.Add(Task.Run(() => RunAsync(informer, stopping), CancellationToken.None));
        }
        return informer;
    }

    private async Task RunAsync(IInformer informer, CancellationToken stopping)
    {
        try
        {
            await informer.RunAsync(stopping);
        }
        catch (Exception e)
        {
            _failed.TrySetException(e);
        }
    }
}
