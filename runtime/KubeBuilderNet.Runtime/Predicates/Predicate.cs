using k8s.Models;
using KubeBuilderNet.Selecting;

namespace KubeBuilderNet.Predicates;

/// <summary>The usual predicates. Follows controller-runtime's package <c>predicate</c>.</summary>
public static class Predicate
{
    /// <summary>Of updates only those of the spec: the server counts <c>metadata.generation</c> up with these, where the kind has a status subresource.</summary>
    public static IPredicate<IMetadata<V1ObjectMeta>> GenerationChanged { get; } =
        Changed(static (before, after) => before.Metadata.Generation != after.Metadata.Generation);

    /// <summary>Of updates only those that change a label.</summary>
    public static IPredicate<IMetadata<V1ObjectMeta>> LabelsChanged { get; } =
        Changed(static (before, after) => !AreEqual(before.Metadata.Labels, after.Metadata.Labels));

    /// <summary>Of updates only those that change an annotation.</summary>
    public static IPredicate<IMetadata<V1ObjectMeta>> AnnotationsChanged { get; } =
        Changed(static (before, after) => !AreEqual(before.Metadata.Annotations, after.Metadata.Annotations));

    /// <summary>Of updates only those that change anything: no resyncs.</summary>
    public static IPredicate<IMetadata<V1ObjectMeta>> ResourceVersionChanged { get; } =
        Changed(static (before, after) => before.Metadata.ResourceVersion != after.Metadata.ResourceVersion);

    /// <summary>Only objects with such labels, as in <c>app=web,tier in (a,b)</c>; of updates the new state counts.</summary>
    /// <exception cref="FormatException">It is no selector.</exception>
    public static IPredicate<IMetadata<V1ObjectMeta>> Labels(string selector)
    {
        var parsed = LabelSelector.Parse(selector);
        return Where<IMetadata<V1ObjectMeta>>(resource => parsed.Matches(resource.Metadata.Labels));
    }

    /// <summary>Only objects for which <paramref name="condition"/> holds; of updates the new state counts.</summary>
    public static IPredicate<T> Where<T>(Func<T, bool> condition)
        where T : class, IMetadata<V1ObjectMeta>
    {
        ArgumentNullException.ThrowIfNull(condition);
        return new Conditions<T>(condition, (_, after) => condition(after), condition);
    }

    /// <summary>Of updates only those for which <paramref name="changed"/> holds, and all other changes.</summary>
    public static IPredicate<T> WhenChanged<T>(Func<T, T, bool> changed)
        where T : class, IMetadata<V1ObjectMeta>
    {
        ArgumentNullException.ThrowIfNull(changed);
        return new Conditions<T>(static _ => true, changed, static _ => true);
    }

    /// <summary>What both let through.</summary>
    public static IPredicate<T> And<T>(this IPredicate<T> first, IPredicate<T> second)
        where T : class, IMetadata<V1ObjectMeta>
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        return new Conditions<T>(resource => first.Added(resource) && second.Added(resource),
            (before, after) => first.Updated(before, after) && second.Updated(before, after),
            resource => first.Deleted(resource) && second.Deleted(resource));
    }

    /// <summary>What one of the two lets through.</summary>
    public static IPredicate<T> Or<T>(this IPredicate<T> first, IPredicate<T> second)
        where T : class, IMetadata<V1ObjectMeta> => first.Not().And(second.Not()).Not();

    /// <summary>What the other doesn't let through.</summary>
    public static IPredicate<T> Not<T>(this IPredicate<T> predicate)
        where T : class, IMetadata<V1ObjectMeta>
    {
        ArgumentNullException.ThrowIfNull(predicate);
        return new Conditions<T>(resource => !predicate.Added(resource), (before, after) => !predicate.Updated(before, after), resource => !predicate.Deleted(resource));
    }

    private static IPredicate<IMetadata<V1ObjectMeta>> Changed(Func<IMetadata<V1ObjectMeta>, IMetadata<V1ObjectMeta>, bool> changed) => WhenChanged(changed);

    private static bool AreEqual(IDictionary<string, string>? left, IDictionary<string, string>? right) =>
        (left?.Count ?? 0) == (right?.Count ?? 0) && (left is null || left.All(item => right!.TryGetValue(item.Key, out var value) && value == item.Value));

    private sealed class Conditions<T>(Func<T, bool> added, Func<T, T, bool> updated, Func<T, bool> deleted) : IPredicate<T>
        where T : class, IMetadata<V1ObjectMeta>
    {
        public bool Added(T resource) => added(resource);

        public bool Updated(T before, T after) => updated(before, after);

        public bool Deleted(T resource) => deleted(resource);
    }
}
