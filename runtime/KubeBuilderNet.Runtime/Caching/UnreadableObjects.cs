using System.Collections.Concurrent;
using KubeBuilderNet.Client;
using Microsoft.Extensions.Logging;

namespace KubeBuilderNet.Caching;

/// <summary>The objects of a kind that don't fit their class: each is reported once, until it is mended or gone.</summary>
internal sealed class UnreadableObjects(GroupVersionKind kind, ILogger log)
{
    private readonly ConcurrentDictionary<ObjectKey, UnreadableObject> _objects = new();

    internal IReadOnlyCollection<UnreadableObject> All => [.. _objects.Values];

    internal void Report(UnreadableObject bad)
    {
        var isKnown = _objects.ContainsKey(bad.Key);
        _objects[bad.Key] = bad;
        log.Log(isKnown ? LogLevel.Debug : LogLevel.Error, "{Kind} {Key} can't be read and is left out: {Reason}", kind, bad.Key, bad.Reason);
    }

    /// <summary>Reports those of a new list of a scope (a namespace; null for all), and forgets the others of it.</summary>
    internal void Replace(IReadOnlyList<UnreadableObject> all, string? scope)
    {
        var keys = all.Select(static bad => bad.Key).ToHashSet();
        foreach (var key in _objects.Keys.Where(key => (scope is null || key.Namespace == scope) && !keys.Contains(key)))
            Forget(key);
        foreach (var bad in all)
            Report(bad);
    }

    internal void Forget(ObjectKey key)
    {
        // Mostly there is none.
        if (!_objects.IsEmpty && _objects.TryRemove(key, out _))
            log.LogInformation("{Kind} {Key} can be read now, or is gone", kind, key);
    }
}
