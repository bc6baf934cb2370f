namespace KubeBuilderNet.Caching;

/// <summary>What the caches of an operator read and keep. Follows controller-runtime's <c>cache.Options</c>.</summary>
public sealed class CacheOptions
{
    private readonly Dictionary<(Type, GroupVersionResource?), List<Delegate>> _configure = [];
    private readonly HashSet<Type> _live = [];

    /// <summary>
    /// How often controllers are told of all objects again, give or take a tenth: a net under what they missed. What comes so waits behind
    /// changes.
    /// </summary>
    /// <value>Default: 10 hours. Zero for never.</value>
    public TimeSpan ResyncPeriod { get; set; } = TimeSpan.FromHours(10);

    /// <summary>Whether <c>metadata.managedFields</c> are dropped, often the larger part of an object, before a kind's own transform.</summary>
    /// <value>Default: false.</value>
    public bool DropManagedFields { get; set; }

    /// <summary>Whether programs that change an object of a cache are told so; see <see cref="InformerOptions{T}.DetectMutations"/>.</summary>
    /// <value>Default: whether the environment's <c>KUBE_CACHE_MUTATION_DETECTOR</c> is <c>true</c>.</value>
    public bool DetectMutations { get; set; } = DetectsMutations();

    /// <summary>Changes what is read and kept of one kind. Called when its cache is made.</summary>
    public CacheOptions For<T>(Action<InformerOptions<T>> configure)
        where T : class => Add((typeof(T), null), configure);

    /// <summary>Changes what is read and kept of one resource, where the class alone doesn't say which: after what is said of the class.</summary>
    public CacheOptions For<T>(GroupVersionResource resource, Action<InformerOptions<T>> configure)
        where T : class => Add((typeof(T), resource), configure);

    /// <summary>Has a <see cref="CachedClient"/> read a kind from the server, so that no cache of it is filled. Follows <c>client.CacheOptions.DisableFor</c>.</summary>
    public CacheOptions ReadLive<T>()
        where T : class
    {
        _live.Add(typeof(T));
        return this;
    }

    internal bool IsLive<T>() => _live.Contains(typeof(T));

    internal static bool DetectsMutations() =>
        string.Equals(Environment.GetEnvironmentVariable("KUBE_CACHE_MUTATION_DETECTOR"), "true", StringComparison.OrdinalIgnoreCase);

    internal InformerOptions<T> Of<T>(IReadOnlyCollection<string> namespaces, GroupVersionResource resource)
        where T : class, k8s.Models.IMetadata<k8s.Models.V1ObjectMeta>
    {
        var options = new InformerOptions<T>
        {
            Namespaces = namespaces,
            ResyncPeriod = ResyncPeriod * (0.9 + 0.2 * Random.Shared.NextDouble()),
            DetectMutations = DetectMutations,
        };
        foreach (var configure in Said(typeof(T), null).Concat(Said(typeof(T), resource)))
            ((Action<InformerOptions<T>>)configure)(options);
        if (DropManagedFields)
            options.Transform = options.Transform is { } own ? item => own(Transforms.DropManagedFields(item)) : Transforms.DropManagedFields;
        return options;
    }

    private CacheOptions Add((Type, GroupVersionResource?) what, Delegate configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        if (!_configure.TryGetValue(what, out var all))
            _configure.Add(what, all = []);
        all.Add(configure);
        return this;
    }

    private List<Delegate> Said(Type type, GroupVersionResource? resource) => _configure.GetValueOrDefault((type, resource)) ?? [];
}
