using System.Runtime.CompilerServices;
using System.Threading.Channels;
using k8s;
using k8s.Models;
using KubeBuilderNet.Client;
using KubeBuilderNet.Client.Watching;

namespace KubeBuilderNet.Runtime.Tests.Caching;

/// <summary>Answers lists and watches by a script: what a watch is to say or throw, one watch after the other; then it hangs.</summary>
internal sealed class ScriptedClient : IClient
{
    private readonly Queue<object> _lists = new();
    private readonly Queue<object[]> _watches = new();

    /// <summary>Whether lists are streamed; else that is refused, as by servers before 1.32.</summary>
    internal bool Streams { get; init; }

    internal List<string?> WatchedFrom { get; } = [];

    internal List<WatchOptions> WatchOptions { get; } = [];

    internal int Lists => ListOptions.Count;

    internal List<ListOptions> ListOptions { get; } = [];

    internal ScriptedClient List(string version, params V1ConfigMap[] items) => List(new ResourceList<V1ConfigMap>
    {
        Items = items,
        Unreadable = [],
        ResourceVersion = version,
    });

    internal ScriptedClient List(object answer)
    {
        _lists.Enqueue(answer);
        return this;
    }

    internal ScriptedClient Watch(params object[] steps)
    {
        _watches.Enqueue(steps);
        return this;
    }

    internal static WatchEvent<V1ConfigMap> Event(WatchChangeType type, V1ConfigMap item) => new(type, item, item.Metadata.ResourceVersion);

    internal static WatchEvent<V1ConfigMap> Bookmark(string version, bool endsInitialEvents = false) =>
        new(WatchChangeType.Bookmark, null, version) { EndsInitialEvents = endsInitialEvents };

    internal static object Hang { get; } = new();

    public Task<ResourceList<T>> ListPageAsync<T>(ListOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        ListOptions.Add(options ?? new ListOptions());
        return _lists.Dequeue() switch
        {
            Exception e => Task.FromException<ResourceList<T>>(e),
            var list => Task.FromResult((ResourceList<T>)list),
        };
    }

    public async IAsyncEnumerable<WatchEvent<T>> WatchAsync<T>(WatchOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        if (options is { SendInitialEvents: true } && !Streams)
            throw MemoryClient.Refusal("Invalid", 422);
        WatchedFrom.Add(options?.ResourceVersion);
        WatchOptions.Add(options ?? new WatchOptions());
        if (!_watches.TryDequeue(out var steps))
        {
            await Channel.CreateUnbounded<int>().Reader.ReadAsync(cancellationToken);
            yield break;
        }
        foreach (var step in steps)
        {
            if (step == Hang)
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            yield return step is Exception e ? throw e : (WatchEvent<T>)step;
        }
    }

    public Task<T> GetAsync<T>(ObjectKey key, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta> => throw new NotSupportedException();

    public Task<T> CreateAsync<T>(T resource, WriteOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta> => throw new NotSupportedException();

    public Task<T> UpdateAsync<T>(T resource, WriteOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta> => throw new NotSupportedException();

    public Task<T> UpdateStatusAsync<T>(T resource, WriteOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta> => throw new NotSupportedException();

    public Task<T> PatchAsync<T>(ObjectKey key, Patch patch, PatchOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta> => throw new NotSupportedException();

    public Task<T> ApplyAsync<T>(T resource, ApplyOptions options, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta> => throw new NotSupportedException();

    public Task DeleteAsync<T>(ObjectKey key, DeleteOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta> => throw new NotSupportedException();
}
