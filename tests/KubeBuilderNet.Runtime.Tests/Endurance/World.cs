using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using k8s.Models;
using KubeBuilderNet.Client.Watching;

namespace KubeBuilderNet.Runtime.Tests.Endurance;

/// <summary>What there is at the server, what should be, and what must never be.</summary>
internal sealed class World
{
    private readonly ConcurrentDictionary<ObjectKey, object> _working = new();
    private readonly ConcurrentDictionary<ObjectKey, long> _begun = new();
    private readonly Dictionary<ObjectKey, long> _changed = [];
    private readonly Dictionary<ObjectKey, string> _maps = [];
    private readonly Dictionary<ObjectKey, string> _owners = [];
    private readonly HashSet<string> _held = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _left = new();

    internal World(MemoryClient server)
    {
        Server = server;
        server.Changed = Note;
    }

    internal MemoryClient Server { get; }

    /// <summary>What must never be, and was.</summary>
    internal ConcurrentQueue<string> Faults { get; } = [];

    /// <summary>What the operator won't try again until it changes.</summary>
    internal ConcurrentQueue<ObjectKey> GivenUp { get; } = [];

    internal bool IsThere(ObjectKey key)
    {
        lock (_changed)
            return _maps.ContainsKey(key);
    }

    internal List<ObjectKey> Maps()
    {
        lock (_changed)
            return [.. _maps.Keys];
    }

    /// <summary>The secrets whose owner is gone: a garbage collector's work.</summary>
    internal List<ObjectKey> Orphans()
    {
        lock (_changed)
        {
            var living = _maps.Values.ToHashSet(StringComparer.Ordinal);
            return [.. _owners.Where(owner => owner.Value.Length > 0 && !living.Contains(owner.Value)).Select(static owner => owner.Key)];
        }
    }

    /// <summary>The operator has done what must be done before an object may go.</summary>
    internal void Left(string uid) => _left[uid] = true;

    internal void Begin(ObjectKey key, object replica)
    {
        if (!_working.TryAdd(key, replica))
            Faults.Enqueue($"two reconciled {key} at once");
        _begun[key] = Server.Version;
    }

    internal void End(ObjectKey key, object replica) => _working.TryRemove(new KeyValuePair<ObjectKey, object>(key, replica));

    /// <summary>What is not as it should be; to be asked while nobody writes.</summary>
    internal async Task<List<string>> AmissAsync(CancellationToken cancellationToken)
    {
        var maps = (await Server.ListPageAsync<V1ConfigMap>(null, cancellationToken)).Items;
        var secrets = (await Server.ListPageAsync<V1Secret>(null, cancellationToken)).Items.ToDictionary(static secret => ObjectKey.Of(secret));
        var amiss = maps.Select(map => Amiss(map, secrets.GetValueOrDefault(ObjectKey.Of(map)))).OfType<string>().ToList();
        amiss.AddRange(secrets.Keys.Except(maps.Select(static map => ObjectKey.Of(map))).Select(static key => $"secret {key} is nobody's"));
        lock (_changed)
            amiss.AddRange(_maps.Keys.Where(key => _begun.GetValueOrDefault(key) < _changed[key]).Select(key => $"{key} was lost: it changed at {_changed[key]} and was last reconciled at {_begun.GetValueOrDefault(key)}"));
        return amiss;
    }

    /// <summary>Forgets names that are gone.</summary>
    internal void Settle()
    {
        foreach (var key in _begun.Keys.Except(Maps()))
            _begun.TryRemove(key, out _);
    }

    private static string? Amiss(V1ConfigMap map, V1Secret? secret)
    {
        var (key, want, mode) = (ObjectKey.Of(map), map.Data[Modes.Want], map.Data[Modes.Mode]);
        if (map.Metadata.DeletionTimestamp is not null || map.Metadata.Finalizers is not { Count: 2 })
            return $"{key} should be gone, or has not its finalizers";
        if (mode == Modes.Impossible)
            return map.GetAnnotation(Modes.Status) == "refused " + want ? null : $"{key} ({mode}) is not refused";
        if (map.GetAnnotation(Modes.Status) != want)
            return $"{key} ({mode}) wants {want} and says {map.GetAnnotation(Modes.Status)}";
        if (mode == Modes.Stepwise && map.GetAnnotation(Modes.Step) != want + "/3")
            return $"{key} is at step {map.GetAnnotation(Modes.Step)}";
        return secret is not null && secret.Metadata.OwnerReferences is [{ Uid: var uid }] && uid == map.Metadata.Uid && Encoding.UTF8.GetString(secret.Data[Modes.Got]) == want
            ? null
            : $"{key} ({mode}) has no good secret";
    }

    // Inside of the server's lock.
    private void Note(WatchChangeType type, string kind, ObjectKey key, JsonObject item)
    {
        if (kind is not (nameof(V1ConfigMap) or nameof(V1Secret)))
            return;
        var metadata = item["metadata"]!;
        lock (_changed)
        {
            _changed[key] = Server.Version;
            if (kind == nameof(V1Secret))
                SetOrRemove(_owners, key, type == WatchChangeType.Deleted ? null : (string?)(metadata["ownerReferences"] as JsonArray)?.FirstOrDefault()?["uid"] ?? "");
            else
                Note(type, key, (string)metadata["uid"]!, metadata["finalizers"] is JsonArray { Count: > 0 });
            if (!_maps.ContainsKey(key) && !_owners.ContainsKey(key))
                _changed.Remove(key);
        }
    }

    private void Note(WatchChangeType type, ObjectKey key, string uid, bool isHeld)
    {
        SetOrRemove(_maps, key, type == WatchChangeType.Deleted ? null : uid);
        if (isHeld)
            _held.Add(uid);
        if (type != WatchChangeType.Deleted)
            return;
        if (_held.Remove(uid) & !_left.TryRemove(uid, out _))
            Faults.Enqueue($"{key} went before its finalizer was called");
    }

    private static void SetOrRemove(Dictionary<ObjectKey, string> map, ObjectKey key, string? value)
    {
        if (value is null)
            map.Remove(key);
        else
            map[key] = value;
    }
}
