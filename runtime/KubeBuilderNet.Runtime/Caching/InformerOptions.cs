namespace KubeBuilderNet.Caching;

/// <summary>What an informer reads and keeps of a kind. Follows controller-runtime's <c>cache.ByObject</c>.</summary>
/// <typeparam name="T">The objects' class.</typeparam>
public sealed class InformerOptions<T>
    where T : class
{
    /// <summary>The namespaces to watch; with none, or an empty name among them, all. A cluster-scoped kind is always watched whole.</summary>
    /// <value>Default: none; of an operator's caches: those of its manager.</value>
    public IReadOnlyCollection<string> Namespaces { get; set; } = [];

    /// <summary>Only objects with such labels, as in <c>app=web,tier in (a,b)</c>.</summary>
    /// <value>Default: null, for all.</value>
    public string? LabelSelector { get; set; }

    /// <summary>Only objects with such fields, as in <c>metadata.name=x</c>.</summary>
    /// <value>Default: null, for all.</value>
    public string? FieldSelector { get; set; }

    /// <summary>
    /// Changes an object before it is kept, or makes another of it: drops what nobody reads, to save memory. It may be given what it has
    /// made before. An object for which it throws is reported and left out.
    /// </summary>
    /// <value>Default: null. <see cref="Transforms.DropManagedFields{T}"/> is the usual one.</value>
    public Func<T, T>? Transform { get; set; }

    /// <summary>How often a handler is told of all objects again, as updates without a change, unless it is added with a period of its own.</summary>
    /// <value>Default: zero, for never; of an operator's caches: <see cref="CacheOptions.ResyncPeriod"/>.</value>
    public TimeSpan ResyncPeriod { get; set; }

    /// <summary>
    /// Whether objects are compared, every second, with what they were when they came: a program that changes one is told where, and the
    /// informer fails. For tests: it costs memory and time.
    /// </summary>
    /// <value>Default: whether the environment's <c>KUBE_CACHE_MUTATION_DETECTOR</c> is <c>true</c>.</value>
    public bool DetectMutations { get; set; } = CacheOptions.DetectsMutations();

    /// <summary>Whether servers that can are asked for the first objects as a stream instead of a list: less memory on both sides.</summary>
    /// <value>Default: true. Servers that can't are listed page by page.</value>
    public bool StreamLists { get; set; } = true;
}
