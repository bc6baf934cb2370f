using k8s;
using k8s.Models;
using KubeBuilderNet.Caching;
using KubeBuilderNet.Client.Dynamic;
using KubeBuilderNet.Hosting;
using KubeBuilderNet.Managing;
using KubeBuilderNet.Permissions;
using KubeBuilderNet.Predicates;
using KubeBuilderNet.Reconciling;
using KubeBuilderNet.Sources;
using Microsoft.Extensions.DependencyInjection;

namespace KubeBuilderNet.Controllers;

/// <summary>Says what a controller watches beside its own kind. Follows controller-runtime's <c>builder.Builder</c>.</summary>
public sealed class ControllerBuilder
{
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromDays(49);
    private readonly ResourceDefinition _for;
    private readonly List<Action<IServiceCollection>> _registrations = [];
    private readonly List<Func<IServiceProvider, KindSource>> _kinds = [];
    private readonly List<Func<IServiceProvider, ISource>> _sources = [];
    private readonly List<Action<SharedInformerFactory>> _indexes = [];
    private readonly List<IPredicate<IMetadata<V1ObjectMeta>>> _filters = [];
    private readonly List<PermissionRule> _needs = [];
    private Func<IServiceProvider, KindSource>? _own;

    internal ControllerBuilder(ResourceDefinition @for) => _for = @for;

    internal ControllerOptions Options { get; } = new();

    /// <summary>What the controller is called; null until it is added.</summary>
    internal string? Name { get; set; }

    internal PermissionSet Permissions => new(Name!, _needs);

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
    /// <typeparam name="TOwned">The class of what is owned; with <see cref="PartialObjectMetadata{T}"/> of it, its metadata alone is read and kept.</typeparam>
    /// <param name="predicate">Which changes of these count; null for all.</param>
    public ControllerBuilder Owns<TOwned>(IPredicate<TOwned>? predicate = null)
        where TOwned : class, IKubernetesObject<V1ObjectMeta> =>
        Watches(owned => Mapping.ToController(owned, _for), predicate);

    /// <summary>Reconciles what <paramref name="map"/> names when an object of another kind changes.</summary>
    /// <typeparam name="TWatched">The other kind's class; with <see cref="PartialObjectMetadata{T}"/> of it, its metadata alone is read and kept.</typeparam>
    /// <param name="map">From the changed object to requests; called for its old and its new state. It must not change the object.</param>
    /// <param name="predicate">Which changes of these count; null for all.</param>
    /// <param name="cluster">The name of the cluster that has the objects, as <see cref="IKubeBuilder.AddCluster"/> was told it; null for the manager's own.</param>
    public ControllerBuilder Watches<TWatched>(Func<TWatched, IEnumerable<ReconcileRequest>> map, IPredicate<TWatched>? predicate = null, string? cluster = null)
        where TWatched : class, IKubernetesObject<V1ObjectMeta>
    {
        ArgumentNullException.ThrowIfNull(map);
        return WatchesWith(_ => map, predicate, cluster);
    }

    /// <summary>Reconciles what <paramref name="map"/> names, with the help of a service, when an object of another kind changes.</summary>
    /// <typeparam name="TWatched">The other kind's class; with <see cref="PartialObjectMetadata{T}"/> of it, its metadata alone is read and kept.</typeparam>
    /// <typeparam name="TService">What the application's services have for <paramref name="map"/>: the reconciler itself, an <see cref="ILister{T}"/>.</typeparam>
    /// <param name="map">From the changed object to requests; called for its old and its new state. It must not change the object.</param>
    /// <param name="predicate">Which changes of these count; null for all.</param>
    /// <param name="cluster">The name of the cluster that has the objects, as <see cref="IKubeBuilder.AddCluster"/> was told it; null for the manager's own.</param>
    public ControllerBuilder Watches<TWatched, TService>(
        Func<TWatched, TService, IEnumerable<ReconcileRequest>> map, IPredicate<TWatched>? predicate = null, string? cluster = null)
        where TWatched : class, IKubernetesObject<V1ObjectMeta>
        where TService : notnull
    {
        ArgumentNullException.ThrowIfNull(map);
        return WatchesWith(services => With(map, services.GetRequiredService<TService>()), predicate, cluster);
    }

    /// <summary>Reconciles what <paramref name="map"/> names when an object of a resource changes that no class describes.</summary>
    /// <param name="resource">The resource; <see cref="SharedInformerFactory.Get(GroupVersionResource)"/> has its cache.</param>
    /// <param name="map">From the changed object to requests; called for its old and its new state. It must not change the object.</param>
    /// <param name="predicate">Which changes of these count; null for all.</param>
    public ControllerBuilder Watches(GroupVersionResource resource, Func<Unstructured, IEnumerable<ReconcileRequest>> map, IPredicate<Unstructured>? predicate = null)
    {
        ArgumentNullException.ThrowIfNull(map);
        _kinds.Add(Kind(services => Informers(services).Get(resource), _ => map, predicate));
        return this;
    }

    /// <summary>Reconciles what something else asks for: a channel, a timer, a class of one's own. Follows <c>WatchesRawSource</c>.</summary>
    public ControllerBuilder Watches(ISource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Watches(_ => source);
    }

    /// <summary>Reconciles what something else asks for that needs services of the application; made when the manager starts.</summary>
    public ControllerBuilder Watches(Func<IServiceProvider, ISource> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        _sources.Add(source);
        return this;
    }

    /// <summary>Adds an index to the cache of a kind, for <see cref="ILister{T}.ByIndex"/>.</summary>
    /// <typeparam name="TIndexed">The class of the objects; watched if it isn't yet.</typeparam>
    public ControllerBuilder Indexes<TIndexed>(string name, Func<TIndexed, IEnumerable<string>> values)
        where TIndexed : class, IKubernetesObject<V1ObjectMeta>
    {
        _registrations.Add(static services => services.AddLister<TIndexed>());
        _indexes.Add(informers => informers.Get<TIndexed>().AddIndex(name, values));
        return this;
    }

    /// <summary>Changes how the controller works off its queue.</summary>
    public ControllerBuilder WithOptions(Action<ControllerOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        configure(Options);
        ArgumentOutOfRangeException.ThrowIfLessThan(Options.MaxConcurrentReconciles, 1);
        Check(Options.ReconcileTimeout, nameof(Options.ReconcileTimeout));
        if (Options.CacheSyncTimeout is { } timeout)
            Check(timeout, nameof(Options.CacheSyncTimeout));
        return this;
    }

    /// <summary>Says what the operator must be allowed for this controller: the manager asks the API server at the start, and tells what is missing.</summary>
    /// <remarks>The generated registration says what <c>[Rbac]</c> and its attributes grant. See <see cref="Managing.ManagerOptions.PermissionCheck"/>.</remarks>
    public ControllerBuilder Needs(params IEnumerable<PermissionRule> rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        _needs.AddRange(rules);
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
        _registrations.Clear();
    }

    internal ControllerSources Build(IServiceProvider services)
    {
        var kinds = _kinds.Select(kind => kind(services));
        var sources = new ControllerSources([.. _own is null ? kinds : kinds.Prepend(_own(services))], [.. _sources.Select(source => source(services))]);
        _indexes.ForEach(index => index(Informers(services)));
        return sources;
    }

    private void Own<T>(IPredicate<T>? predicate)
        where T : class, IKubernetesObject<V1ObjectMeta> =>
        _own = Kind(static services => Informers(services).Get<T>(), static _ => Mapping.ToItself, predicate);

    private static SharedInformerFactory Informers(IServiceProvider services, string? cluster = null) => services.GetKeyedService<SharedInformerFactory>(cluster)
        ?? throw new ManagerException($"A controller watches the cluster '{cluster}', and there is none of this name: add it with AddCluster.");

    private static void Check(TimeSpan timeout, string name)
    {
        if (timeout != Timeout.InfiniteTimeSpan && (timeout <= TimeSpan.Zero || timeout > LongestTimeout))
            throw new ArgumentOutOfRangeException(name, timeout, $"{name} must be above zero and at most 49 days, or Timeout.InfiniteTimeSpan.");
    }

    private static Func<T, IEnumerable<ReconcileRequest>> With<T, TService>(Func<T, TService, IEnumerable<ReconcileRequest>> map, TService service) => changed => map(changed, service);

    private ControllerBuilder WatchesWith<T>(Func<IServiceProvider, Func<T, IEnumerable<ReconcileRequest>>> map, IPredicate<T>? predicate, string? cluster)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        _registrations.Add(services => services.AddLister<T>(cluster));
        _kinds.Add(Kind(services => Informers(services, cluster).Get<T>(), map, predicate));
        return this;
    }

    private Func<IServiceProvider, KindSource> Kind<T>(
        Func<IServiceProvider, SharedInformer<T>> informer, Func<IServiceProvider, Func<T, IEnumerable<ReconcileRequest>>> map, IPredicate<T>? predicate)
        where T : class, IKubernetesObject<V1ObjectMeta> =>
        services => KindSource.Of(informer(services), map(services), predicate is null ? _filters : [.. _filters, predicate]);
}
