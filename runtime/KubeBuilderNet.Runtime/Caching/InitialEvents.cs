using k8s;
using k8s.Models;
using KubeBuilderNet.Client;
using KubeBuilderNet.Client.Watching;

namespace KubeBuilderNet.Caching;

/// <summary>The list that the first events of a watch make up.</summary>
internal sealed class InitialEvents<T>
    where T : class, IKubernetesObject<V1ObjectMeta>
{
    private readonly Dictionary<ObjectKey, WatchEvent<T>> _events = [];

    internal void Add(in WatchEvent<T> change)
    {
        if (change.Type == WatchChangeType.Bookmark)
            return;
        var key = change.Unreadable?.Key ?? ObjectKey.Of(change.Resource!);
        if (change.Type == WatchChangeType.Deleted)
            _events.Remove(key);
        else
            _events[key] = change;
    }

    internal ResourceList<T> ToList(string resourceVersion) => new()
    {
        Items = [.. _events.Values.Where(static change => change.Resource is not null).Select(static change => change.Resource!)],
        Unreadable = [.. _events.Values.Where(static change => change.Unreadable is not null).Select(static change => change.Unreadable!)],
        ResourceVersion = resourceVersion,
    };
}
