using k8s;
using k8s.Models;
using KubeBuilderNet.Caching;
using KubeBuilderNet.Client.Dynamic;
using KubeBuilderNet.Hosting;
using KubeBuilderNet.Predicates;
using KubeBuilderNet.Reconciling;
using Microsoft.Extensions.DependencyInjection;

namespace KubeBuilderNet.Controllers;

/// <summary>Says what a controller watches beside its own kind. Follows controller-runtime's <c>builder.Builder</c>.</summary>
public sealed class ControllerBuilder
{
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromDays(49);
    private readonly ResourceDefinition _for;
    private readonly List<Action<IServiceCollection>> _registrations = [];
    private readonly List<Action<SharedInformerFactory, IController>> _sources = [];
    private readonly List<IPredicate<IMetadata<V1ObjectMeta>>> _filters = [];
    private Action<SharedInformerFactory, IController>? _own;

    internal ControllerBuilder(ResourceDefinition @for) => _for = @for;

    internal ControllerOptions Options { get; } = new();

    /// <summary>Says which changes of the controller's own kind reach it; without it all do.</summary>
    /// <typeparam name="T">The class of the controller's own kind.</typeparam>
    /// <exception cref="ArgumentException">It is the class of another kind.</exception>
    public ControllerBuilder For<T>(IPredicate<T> predicate)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        ArgumentNullException.ThrowIfNull(predicate);
        if (ResourceDefinition.Of<T>() != _for)
            throw new ArgumentException($"The controller is of {_for.Kind.Kind}, not of {typeof(T).Name}: what it hears of other kinds is said by Owns and Watches.", nameof(predicate));
        Own(predicate);
        return this;
    }

    /// <summary>Says which changes of all kinds reach the controller, in addition to what is said of each. Follows <c>WithEventFilter</c>.</summary>
    public ControllerBuilder WithEventFilter(IPredicate<IMetadata<V1ObjectMeta>> predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        _filters.Add(predicate);
        return this;
    }

    /// <summary>Reconciles an object when one that it owns changes: one whose controller reference names it.</summary>
    /// <typeparam name="TOwned">The class of what is owned.</typeparam>
    /// <param name="predicate">Which changes of these count; null for all.</param>
    public ControllerBuilder Owns<TOwned>(IPredicate<TOwned>? predicate = null)
        where TOwned : class, IKubernetesObject<V1ObjectMeta> =>
        Watch(owned => Mapping.ToController(owned, _for), predicate);

    /// <summary>Reconciles what <paramref name="map"/> names when an object of another kind changes.</summary>
    /// <typeparam name="TWatched">The other kind's class.</typeparam>
    /// <param name="map">From the changed object to requests; called for its old and its new state. It must not change the object.</param>
    /// <param name="predicate">Which changes of these count; null for all.</param>
    public ControllerBuilder Watches<TWatched>(Func<TWatched, IEnumerable<ReconcileRequest>> map, IPredicate<TWatched>? predicate = null)
        where TWatched : class, IKubernetesObject<V1ObjectMeta>
    {
        ArgumentNullException.ThrowIfNull(map);
        return Watch(map, predicate);
    }

    /// <summary>Reconciles what <paramref name="map"/> names when an object of a resource changes that no class describes.</summary>
    /// <param name="resource">The resource; <see cref="SharedInformerFactory.Get(GroupVersionResource)"/> has its cache.</param>
    /// <param name="map">From the changed object to requests; called for its old and its new state. It must not change the object.</param>
    /// <param name="predicate">Which changes of these count; null for all.</param>
    public ControllerBuilder Watches(GroupVersionResource resource, Func<Unstructured, IEnumerable<ReconcileRequest>> map, IPredicate<Unstructured>? predicate = null)
    {
        ArgumentNullException.ThrowIfNull(map);
        _sources.Add(Source(informers => informers.Get(resource), map, predicate));
        return this;
    }

    /// <summary>Adds an index to the cache of a kind, for <see cref="ILister{T}.ByIndex"/>.</summary>
    /// <typeparam name="TIndexed">The class of the objects; watched if it isn't yet.</typeparam>
    public ControllerBuilder Indexes<TIndexed>(string name, Func<TIndexed, IEnumerable<string>> values)
        where TIndexed : class, IKubernetesObject<V1ObjectMeta>
    {
        _registrations.Add(static services => services.AddLister<TIndexed>());
        _sources.Add((informers, _) => informers.Get<TIndexed>().AddIndex(name, values));
        return this;
    }

    /// <summary>Changes how the controller works off its queue.</summary>
    public ControllerBuilder WithOptions(Action<ControllerOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        configure(Options);
        ArgumentOutOfRangeException.ThrowIfLessThan(Options.MaxConcurrentReconciles, 1);
        if (Options.ReconcileTimeout != Timeout.InfiniteTimeSpan && (Options.ReconcileTimeout <= TimeSpan.Zero || Options.ReconcileTimeout > LongestTimeout))
            throw new ArgumentOutOfRangeException(nameof(configure), Options.ReconcileTimeout, "ReconcileTimeout must be above zero and at most 49 days, or Timeout.InfiniteTimeSpan.");
        return this;
    }

    internal ControllerBuilder For<T>()
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        _registrations.Add(static services => services.AddLister<T>());
        Own<T>(null);
        return this;
    }

    internal void Register(IServiceCollection services)
    {
        foreach (var register in _registrations)
            register(services);
    }

    internal void Connect(SharedInformerFactory informers, IController controller)
    {
        _own?.Invoke(informers, controller);
        foreach (var connect in _sources)
            connect(informers, controller);
    }

    private void Own<T>(IPredicate<T>? predicate)
        where T : class, IKubernetesObject<V1ObjectMeta> =>
        _own = Source(static informers => informers.Get<T>(), Mapping.ToItself, predicate);

    private ControllerBuilder Watch<TWatched>(Func<TWatched, IEnumerable<ReconcileRequest>> map, IPredicate<TWatched>? predicate)
        where TWatched : class, IKubernetesObject<V1ObjectMeta>
    {
        _registrations.Add(static services => services.AddLister<TWatched>());
        _sources.Add(Source(static informers => informers.Get<TWatched>(), map, predicate));
        return this;
    }

    private Action<SharedInformerFactory, IController> Source<TWatched>(
        Func<SharedInformerFactory, SharedInformer<TWatched>> informer, Func<TWatched, IEnumerable<ReconcileRequest>> map, IPredicate<TWatched>? predicate)
        where TWatched : class, IKubernetesObject<V1ObjectMeta> => (informers, controller) =>
        {
            IResourceHandler<TWatched> handler = new EnqueueHandler<TWatched>(map, controller.Enqueue);
            foreach (var filter in _filters)
                handler = new FilteredHandler<TWatched>(filter, handler);
            if (predicate is not null)
                handler = new FilteredHandler<TWatched>(predicate, handler);
            controller.Sources.Add(informer(informers).AddHandler(handler));
        };
}
