using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using k8s;
using k8s.Models;
using KubeBuilderNet.Client;
using KubeBuilderNet.Client.Errors;
using KubeBuilderNet.Client.Json;
using KubeBuilderNet.Client.Watching;

namespace KubeBuilderNet.Runtime.Tests;

/// <summary>A server of few words: creates, reads, lists and merges objects, minds versions, and fails or answers as a test wants.</summary>
internal sealed class MemoryClient : IClient
{
    private readonly ConcurrentDictionary<(string Kind, ObjectKey Key), JsonObject> _objects = new();
    private readonly Lock _gate = new();
    private long _version;

    /// <summary>The requests, as <c>create Lease ops/x</c>.</summary>
    internal ConcurrentQueue<string> Requests { get; } = [];

    /// <summary>What to throw at a request; null for nothing.</summary>
    internal Func<string, Exception?> Fault { get; set; } = static _ => null;

    /// <summary>Is waited for before a request is answered.</summary>
    internal Func<string, CancellationToken, Task> Delay { get; set; } = static (_, _) => Task.CompletedTask;

    /// <summary>Is told of each request that was carried out, before its answer goes out; what it throws the client sees instead.</summary>
    internal Action<string> Arrived { get; set; } = static _ => { };

    /// <summary>Answers a create instead of the store; null to store.</summary>
    internal Func<object, object?> Created { get; set; } = static _ => null;

    internal static KubernetesApiException Refusal(string reason, int code) => new(new V1Status { Reason = reason, Code = code, Message = reason });

    public Task<T> GetAsync<T>(ObjectKey key, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta> =>
        AnswerAsync("get", key, () => Read<T>(Stored<T>(key)), cancellationToken);

    public Task<ResourceList<T>> ListPageAsync<T>(ListOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        var items = _objects.Where(entry => entry.Key.Kind == typeof(T).Name).Select(entry => Read<T>(entry.Value)).OrderBy(item => item.Metadata.Name, StringComparer.Ordinal);
        return Task.FromResult(new ResourceList<T> { Items = [.. items], Unreadable = [], ResourceVersion = "1" });
    }

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
            Stamp(stored);
            return _objects.TryAdd((typeof(T).Name, key), stored) ? Read<T>(stored) : throw Refusal("AlreadyExists", 409);
        }, cancellationToken);
    }

    public Task<T> PatchAsync<T>(ObjectKey key, Patch patch, PatchOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta> =>
        AnswerAsync("patch", key, () =>
        {
            var stored = Stored<T>(key);
            var change = JsonNode.Parse(patch.Body.Span)!.AsObject();
            if (change["metadata"]?["resourceVersion"] is { } version && (string?)version != (string?)stored["metadata"]!["resourceVersion"])
                throw Refusal("Conflict", 409);
            var merged = (JsonObject)stored.DeepClone();
            Merge(merged, change);
            Stamp(merged);
            _objects[(typeof(T).Name, key)] = merged;
            return Read<T>(merged);
        }, cancellationToken);

    public Task DeleteAsync<T>(ObjectKey key, DeleteOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta> =>
        AnswerAsync("delete", key, () => _objects.TryRemove((typeof(T).Name, key), out var stored) ? Read<T>(stored) : throw Refusal("NotFound", 404), cancellationToken);

    public async IAsyncEnumerable<WatchEvent<T>> WatchAsync<T>(WatchOptions? options = null,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        if (options is { SendInitialEvents: true })
            throw Refusal("Invalid", 422);
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        yield break;
    }

    public Task<T> UpdateAsync<T>(T resource, WriteOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta> => throw new NotSupportedException();

    public Task<T> UpdateStatusAsync<T>(T resource, WriteOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta> => throw new NotSupportedException();

    public Task<T> ApplyAsync<T>(T resource, ApplyOptions options, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta> => throw new NotSupportedException();

    private async Task<T> AnswerAsync<T>(string verb, ObjectKey key, Func<T> answer, CancellationToken cancellationToken)
    {
        var request = $"{verb} {ResourceDefinition.Of<T>().Kind.Kind} {key}";
        Requests.Enqueue(request);
        await Delay(request, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        if (Fault(request) is { } fault)
            throw fault;
        T result;
        lock (_gate)
            result = answer();
        Arrived(request);
        return result;
    }

    private JsonObject Stored<T>(ObjectKey key) => _objects.TryGetValue((typeof(T).Name, key), out var stored) ? stored : throw Refusal("NotFound", 404);

    private static T Read<T>(JsonObject stored) => ObjectJson.Deserialize<T>(System.Text.Encoding.UTF8.GetBytes(stored.ToJsonString()));

    private void Stamp(JsonObject stored) => stored["metadata"]!["resourceVersion"] = (++_version).ToString(CultureInfo.InvariantCulture);

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
