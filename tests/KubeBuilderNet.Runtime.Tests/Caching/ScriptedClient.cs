using System.Runtime.CompilerServices;
using System.Threading.Channels;
using k8s.Models;
using KubeBuilderNet.Client;
using KubeBuilderNet.Client.Watching;

namespace KubeBuilderNet.Runtime.Tests.Caching;

/// <summary>Answers lists and watches by a script: what a watch is to say or throw, one watch after the other; then it hangs.</summary>
internal sealed class ScriptedClient : WatchedClient
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

    public override Task<ResourceList<T>> ListPageAsync<T>(ListOptions? options = null, CancellationToken cancellationToken = default)
    {
        ListOptions.Add(options ?? new ListOptions());
        return _lists.Dequeue() switch
        {
            Exception e => Task.FromException<ResourceList<T>>(e),
            var list => Task.FromResult((ResourceList<T>)list),
        };
    }

    public override async IAsyncEnumerable<WatchEvent<T>> WatchAsync<T>(WatchOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
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
}
