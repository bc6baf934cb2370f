using System.Collections.Concurrent;
using k8s;
using k8s.Models;
using KubeBuilderNet.Client;
using Microsoft.Extensions.Logging;

namespace KubeBuilderNet.Caching;

/// <summary>One informer a kind, however many ask for it. Follows client-go's <c>SharedInformerFactory</c>.</summary>
/// <param name="client">Reads from the server.</param>
/// <param name="logs">Makes the informers' loggers.</param>
/// <param name="namespaces">The namespaces to watch; null or empty for all.</param>
/// <param name="time">The clock; null for the system's.</param>
public sealed class SharedInformerFactory(IClient client, ILoggerFactory logs, IReadOnlyCollection<string>? namespaces = null, TimeProvider? time = null)
{
    private readonly ConcurrentDictionary<Type, Lazy<IInformer>> _informers = new();

    /// <summary>The informers that have been asked for.</summary>
    public IReadOnlyCollection<IInformer> Informers => [.. _informers.Values.Select(informer => informer.Value)];

    /// <summary>The informer of a kind; made at the first call, started by the manager.</summary>
    public SharedInformer<T> Get<T>()
        where T : class, IKubernetesObject<V1ObjectMeta> =>
        (SharedInformer<T>)_informers.GetOrAdd(typeof(T), _ => new Lazy<IInformer>(Make<T>)).Value;

    private SharedInformer<T> Make<T>()
        where T : class, IKubernetesObject<V1ObjectMeta> =>
        new(client, logs.CreateLogger("KubeBuilderNet.Caching.Informer"), namespaces, time);
}
