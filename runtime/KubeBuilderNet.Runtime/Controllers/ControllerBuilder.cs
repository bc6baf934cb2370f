using k8s;
using k8s.Models;
using KubeBuilderNet.Caching;
using KubeBuilderNet.Client.Dynamic;
using KubeBuilderNet.Hosting;
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

    internal ControllerBuilder(ResourceDefinition @for) => _for = @for;

    internal ControllerOptions Options { get; } = new();

    /// <summary>Reconciles an object when one that it owns changes: one whose controller reference names it.</summary>
    /// <typeparam name="TOwned">The class of what is owned.</typeparam>
    public ControllerBuilder Owns<TOwned>()
        where TOwned : class, IKubernetesObject<V1ObjectMeta> =>
        Watch<TOwned>(owned => Mapping.ToController(owned, _for));

    /// <summary>Reconciles what <paramref name="map"/> names when an object of another kind changes.</summary>
    /// <typeparam name="TWatched">The other kind's class.</typeparam>
    /// <param name="map">From the changed object to requests; called for its old and its new state. It must not change the object.</param>
    public ControllerBuilder Watches<TWatched>(Func<TWatched, IEnumerable<ReconcileRequest>> map)
        where TWatched : class, IKubernetesObject<V1ObjectMeta>
    {
        ArgumentNullException.ThrowIfNull(map);
        return Watch(map);
    }

    /// <summary>Reconciles what <paramref name="map"/> names when an object of a resource changes that no class describes.</summary>
    /// <param name="resource">The resource; <see cref="SharedInformerFactory.Get(GroupVersionResource)"/> has its cache.</param>
    /// <param name="map">From the changed object to requests; called for its old and its new state. It must not change the object.</param>
    public ControllerBuilder Watches(GroupVersionResource resource, Func<Unstructured, IEnumerable<ReconcileRequest>> map)
    {
        ArgumentNullException.ThrowIfNull(map);
        return Watch(informers => informers.Get(resource), map);
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
        where T : class, IKubernetesObject<V1ObjectMeta> =>
        Watch<T>(Mapping.ToItself);

    internal void Register(IServiceCollection services)
    {
        foreach (var register in _registrations)
            register(services);
    }

    internal void Connect(SharedInformerFactory informers, IController controller)
    {
        foreach (var connect in _sources)
            connect(informers, controller);
    }

    private ControllerBuilder Watch<TWatched>(Func<TWatched, IEnumerable<ReconcileRequest>> map)
        where TWatched : class, IKubernetesObject<V1ObjectMeta>
    {
        _registrations.Add(static services => services.AddLister<TWatched>());
        return Watch(static informers => informers.Get<TWatched>(), map);
    }

    private ControllerBuilder Watch<TWatched>(Func<SharedInformerFactory, SharedInformer<TWatched>> informer, Func<TWatched, IEnumerable<ReconcileRequest>> map)
        where TWatched : class, IKubernetesObject<V1ObjectMeta>
    {
        _sources.Add((informers, controller) =>
            controller.Sources.Add(informer(informers).AddHandler(new EnqueueHandler<TWatched>(map, controller.Enqueue))));
        return this;
    }
}
