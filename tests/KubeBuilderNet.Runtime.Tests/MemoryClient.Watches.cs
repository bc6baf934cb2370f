using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using k8s;
using k8s.Models;
using KubeBuilderNet.Client;
using KubeBuilderNet.Client.Watching;

namespace KubeBuilderNet.Runtime.Tests;

internal sealed partial class MemoryClient
{
    private static readonly TimeSpan BookmarkPeriod = TimeSpan.FromMinutes(1);

    /// <summary>With a clock, watches end when they asked to, and send a bookmark each minute.</summary>
    internal TimeProvider? Time { get; init; }

    /// <summary>Whether a watch may begin with a list.</summary>
    internal bool StreamsLists { get; init; }

    /// <summary>The version of the last change.</summary>
    internal long Version
    {
        get
        {
            lock (_gate)
                return _version;
        }
    }

    /// <summary>Forgets all changes up to now: who goes on from an older version must list again.</summary>
    internal void Forget()
    {
        lock (_gate)
        {
            _forgotten = _version;
            _history.Clear();
        }
    }

    public async IAsyncEnumerable<WatchEvent<T>> WatchAsync<T>(WatchOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        var (version, first) = Begin<T>(options!);
        foreach (var change in first)
            yield return change;
        var end = Time?.GetUtcNow() + options!.Timeout;
        while (true)
        {
            var (changes, now, next) = After<T>(version);
            foreach (var change in changes)
            {
                if (Fault($"watch {ResourceDefinition.Of<T>().Kind.Kind}") is { } fault)
                    throw fault;
                if (change.Kind == typeof(T).Name)
                    yield return new WatchEvent<T> { Type = change.Type, Resource = Read<T>(change.Object), ResourceVersion = Text(change.Version) };
            }
            version = now;
            if (await ComesAsync(next, end, cancellationToken))
                continue;
            if (Time!.GetUtcNow() >= end)
                yield break;
            yield return Bookmark<T>(version);
        }
    }

    private (long Version, List<WatchEvent<T>> First) Begin<T>(WatchOptions options)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        if (!options.SendInitialEvents)
            return (long.Parse(options.ResourceVersion!, CultureInfo.InvariantCulture), []);
        if (!StreamsLists)
            throw Refusal("Invalid", 422);
        lock (_gate)
        {
            var all = All<T>().Select(static item => new WatchEvent<T> { Type = WatchChangeType.Added, Resource = item, ResourceVersion = item.Metadata.ResourceVersion });
            return (_version, [.. all, Bookmark<T>(_version) with { EndsInitialEvents = true }]);
        }
    }

    // Whether there may be changes, and not only time gone by.
    private async Task<bool> ComesAsync(Task next, DateTimeOffset? end, CancellationToken cancellationToken)
    {
        if (Time is null)
        {
            await next.WaitAsync(cancellationToken);
            return true;
        }
        var left = end - Time.GetUtcNow();
        // Timers count whole milliseconds.
        var wait = left < BookmarkPeriod ? left.Value + TimeSpan.FromMilliseconds(1) : BookmarkPeriod;
        if (wait > TimeSpan.Zero)
            await next.WaitAsync(wait, Time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
        return next.IsCompleted;
    }

    // Each change has the version after the one before it.
    private (List<Change> Changes, long Now, Task Next) After<T>(long version)
    {
        lock (_gate)
        {
            if (version < _forgotten)
                throw Refusal("Expired", 410);
            if (!_waiters.TryGetValue(typeof(T).Name, out var next))
                _waiters.Add(typeof(T).Name, next = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            var count = (int)(_version - version);
            return (_history.GetRange(_history.Count - count, count), _version, next.Task);
        }
    }

    private static WatchEvent<T> Bookmark<T>(long version)
        where T : class => new() { Type = WatchChangeType.Bookmark, ResourceVersion = Text(version) };

    private static string Text(long version) => version.ToString(CultureInfo.InvariantCulture);

    private sealed record Change(long Version, string Kind, WatchChangeType Type, JsonObject Object);
}
