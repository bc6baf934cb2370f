using k8s;
using k8s.Models;
using KubeBuilderNet.Client;
using KubeBuilderNet.Client.Watching;

namespace KubeBuilderNet.Caching;

/// <summary>What a reflector reads: one scope of a resource, selected and transformed as its options say.</summary>
internal sealed class ReflectorSource<T>(InformerResource<T> resource, InformerOptions<T> options, string? @namespace)
    where T : class, IKubernetesObject<V1ObjectMeta>
{
    internal GroupVersionKind Kind => resource.Kind;

    internal string? Namespace => @namespace;

    internal bool StreamsLists => options.StreamLists;

    internal async Task<ResourceList<T>> ListAsync(string? version, CancellationToken cancellationToken)
    {
        var list = await resource.ListAsync(new ListOptions
        {
            Namespace = @namespace,
            LabelSelector = options.LabelSelector,
            FieldSelector = options.FieldSelector,
            ResourceVersion = version,
        }, cancellationToken);
        return options.Transform is { } transform ? Transformed(list, transform) : list;
    }

    internal IAsyncEnumerable<WatchEvent<T>> WatchAsync(string? version, bool isList, TimeSpan limit, CancellationToken cancellationToken) =>
        resource.WatchAsync(new WatchOptions
        {
            Namespace = @namespace,
            LabelSelector = options.LabelSelector,
            FieldSelector = options.FieldSelector,
            ResourceVersion = version,
            SendInitialEvents = isList,
            Timeout = limit,
        }, cancellationToken);

    internal WatchEvent<T> Transformed(in WatchEvent<T> change)
    {
        if (options.Transform is not { } transform || change.Resource is not { } item)
            return change;
        return TryTransform(item, transform, out var unreadable) is { } transformed
            ? change with { Resource = transformed }
            : change with { Resource = null, Unreadable = unreadable };
    }

    private static ResourceList<T> Transformed(ResourceList<T> list, Func<T, T> transform)
    {
        var items = new List<T>(list.Items.Count);
        var unreadable = list.Unreadable.ToList();
        foreach (var item in list.Items)
        {
            if (TryTransform(item, transform, out var bad) is { } transformed)
                items.Add(transformed);
            else
                unreadable.Add(bad!);
        }
        return list with { Items = items, Unreadable = unreadable };
    }

    private static T? TryTransform(T item, Func<T, T> transform, out UnreadableObject? bad)
    {
        var (key, version) = (ObjectKey.Of(item), item.Metadata.ResourceVersion ?? "");
        try
        {
            bad = null;
            return transform(item) is { } transformed && ObjectKey.Of(transformed) == key
                ? transformed
                : throw new InvalidOperationException("it made no object of the same name");
        }
        catch (Exception e)
        {
            bad = new UnreadableObject(key, version, $"its transform failed: {e.Message}");
            return null;
        }
    }
}
