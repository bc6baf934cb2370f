using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using k8s;
using k8s.Models;
using KubeBuilderNet.Client;
using KubeBuilderNet.Client.Errors;
using KubeBuilderNet.Client.Json;
using KubeBuilderNet.Client.Watching;

namespace KubeBuilderNet.Runtime.Tests;

/// <summary>A server of few words: it stores objects, minds versions, generations and finalizers, is watched, and fails or answers as a test wants.</summary>
internal sealed partial class MemoryClient : IClient
{
    private const int Remembered = 500;
    private readonly ConcurrentDictionary<(string Kind, ObjectKey Key), JsonObject> _objects = new();
    private readonly Lock _gate = new();
    private readonly List<Change> _history = [];
    private readonly ConditionalWeakTable<JsonObject, byte[]> _bytes = [];
    private readonly Dictionary<string, TaskCompletionSource> _waiters = new(StringComparer.Ordinal);
    private long _version;
    private long _forgotten;

    /// <summary>The requests, as <c>create Lease ops/x</c>; the last ones where <see cref="KeptRequests"/> says how many.</summary>
    internal ConcurrentQueue<string> Requests { get; } = [];

    internal int KeptRequests { get; init; } = int.MaxValue;

    /// <summary>What to throw at a request; null for nothing.</summary>
    internal Func<string, Exception?> Fault { get; set; } = static _ => null;

    /// <summary>Is waited for before a request is answered.</summary>
    internal Func<string, CancellationToken, Task> Delay { get; set; } = static (_, _) => Task.CompletedTask;

    /// <summary>Is told of each request that was carried out, before its answer goes out; what it throws the client sees instead.</summary>
    internal Action<string> Arrived { get; set; } = static _ => { };

    /// <summary>Is told of each change when it is stored: what happened, the object's class, its key, and what it is or was.</summary>
    internal Action<WatchChangeType, string, ObjectKey, JsonObject> Changed { get; set; } = static (_, _, _, _) => { };

    /// <summary>Answers a create instead of the store; null to store.</summary>
    internal Func<object, object?> Created { get; set; } = static _ => null;

    internal static KubernetesApiException Refusal(string reason, int code) => new(new V1Status { Reason = reason, Code = code, Message = reason });

    public Task<T> GetAsync<T>(ObjectKey key, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta> =>
        AnswerAsync("get", key, () => Read<T>(Stored<T>(key)), cancellationToken);

    public Task<ResourceList<T>> ListPageAsync<T>(ListOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta> =>
        AnswerAsync($"list {ResourceDefinition.Of<T>().Kind.Kind}", () =>
        {
            return new ResourceList<T> { Items = All<T>(), Unreadable = [], ResourceVersion = _version.ToString(CultureInfo.InvariantCulture) };
        }, cancellationToken);

    public Task<T> CreateAsync<T>(T resource, WriteOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        var key = new ObjectKey(resource.Metadata.NamespaceProperty ?? "", resource.Metadata.Name ?? "");
        return AnswerAsync("create", key, () =>
        {
            if (Created(resource) is T answer)
                return answer;
            var stored = JsonNode.Parse(ObjectJson.Serialize(resource))!.AsObject();
            stored["metadata"]!["uid"] = Guid.NewGuid().ToString();
            stored["metadata"]!["generation"] = 1L;
            return _objects.ContainsKey((typeof(T).Name, key)) ? throw Refusal("AlreadyExists", 409) : Read<T>(Store<T>(key, stored, WatchChangeType.Added));
        }, cancellationToken);
    }

    public Task<T> PatchAsync<T>(ObjectKey key, Patch patch, PatchOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta> =>
        AnswerAsync("patch", key, () =>
        {
            var stored = Stored<T>(key);
            var change = JsonNode.Parse(patch.Body.Span)!.AsObject();
            var merged = (JsonObject)stored.DeepClone();
            Merge(merged, change);
            return Read<T>(Replace<T>(key, stored, merged));
        }, cancellationToken);

    public Task DeleteAsync<T>(ObjectKey key, DeleteOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta> =>
        AnswerAsync("delete", key, () =>
        {
            var stored = Stored<T>(key);
            var going = (JsonObject)stored.DeepClone();
            going["metadata"]!["deletionTimestamp"] ??= "2026-01-01T00:00:00Z";
            return Read<T>(Replace<T>(key, stored, going));
        }, cancellationToken);

    public Task<T> UpdateAsync<T>(T resource, WriteOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        var key = ObjectKey.Of(resource);
        return AnswerAsync("update", key, () => Read<T>(Replace<T>(key, Stored<T>(key), JsonNode.Parse(ObjectJson.Serialize(resource))!.AsObject())), cancellationToken);
    }

    public Task<T> UpdateStatusAsync<T>(T resource, WriteOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta> => throw new NotSupportedException();

    public Task<T> ApplyAsync<T>(T resource, ApplyOptions options, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta> => throw new NotSupportedException();

    private Task<T> AnswerAsync<T>(string verb, ObjectKey key, Func<T> answer, CancellationToken cancellationToken) =>
        AnswerAsync($"{verb} {ResourceDefinition.Of<T>().Kind.Kind} {key}", answer, cancellationToken);

    private async Task<TAnswer> AnswerAsync<TAnswer>(string request, Func<TAnswer> answer, CancellationToken cancellationToken)
    {
        Requests.Enqueue(request);
        if (Requests.Count > KeptRequests)
            Requests.TryDequeue(out _);
        await Delay(request, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        if (Fault(request) is { } fault)
            throw fault;
        TAnswer result;
        lock (_gate)
            result = answer();
        Arrived(request);
        return result;
    }

    private List<T> All<T>()
        where T : class, IKubernetesObject<V1ObjectMeta> =>
        [.. _objects.Where(entry => entry.Key.Kind == typeof(T).Name).Select(entry => Read<T>(entry.Value)).OrderBy(item => item.Metadata.Name, StringComparer.Ordinal)];

    private JsonObject Stored<T>(ObjectKey key) => _objects.TryGetValue((typeof(T).Name, key), out var stored) ? stored : throw Refusal("NotFound", 404);

    // What is stored isn't changed any more, and is read by many.
    private T Read<T>(JsonObject stored) => ObjectJson.Deserialize<T>(_bytes.GetValue(stored, static item => System.Text.Encoding.UTF8.GetBytes(item.ToJsonString())));

    private JsonObject Replace<T>(ObjectKey key, JsonObject stored, JsonObject changed)
    {
        if (changed["metadata"]?["resourceVersion"] is { } version && (string?)version != (string?)stored["metadata"]!["resourceVersion"])
            throw Refusal("Conflict", 409);
        if (!JsonNode.DeepEquals(stored["spec"], changed["spec"]))
            changed["metadata"]!["generation"] = (long)stored["metadata"]!["generation"]! + 1;
        var isGone = changed["metadata"]!["deletionTimestamp"] is not null && changed["metadata"]!["finalizers"] is not JsonArray { Count: > 0 };
        return Store<T>(key, changed, isGone ? WatchChangeType.Deleted : WatchChangeType.Modified);
    }

    private JsonObject Store<T>(ObjectKey key, JsonObject stored, WatchChangeType type)
    {
        stored["metadata"]!["resourceVersion"] = (++_version).ToString(CultureInfo.InvariantCulture);
        if (type == WatchChangeType.Deleted)
            _objects.TryRemove((typeof(T).Name, key), out _);
        else
            _objects[(typeof(T).Name, key)] = stored;
        _history.Add(new Change(_version, typeof(T).Name, type, stored));
        if (_history.Count > 2 * Remembered)
        {
            _forgotten = _history[Remembered].Version;
            _history.RemoveRange(0, Remembered + 1);
        }
        Changed(type, typeof(T).Name, key, stored);
        if (_waiters.Remove(typeof(T).Name, out var waiter))
            waiter.SetResult();
        return stored;
    }

    private static void Merge(JsonObject target, JsonObject change)
    {
        foreach (var (name, value) in change)
        {
            if (value is JsonObject inner && target[name] is JsonObject existing)
                Merge(existing, inner);
            else if (value is null)
                target.Remove(name);
            else
                target[name] = value.DeepClone();
        }
    }
}
