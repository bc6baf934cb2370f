using System.Globalization;
using System.Runtime.CompilerServices;
using k8s.Models;
using KubeBuilderNet.Client;
using KubeBuilderNet.Client.Watching;

namespace KubeBuilderNet.Runtime.Tests.Caching;

/// <summary>A server with a history that forgets, breaks connections and refuses, at random, until it is to be calm.</summary>
internal sealed class HistoryClient(int seed) : WatchedClient
{
    private readonly Lock _gate = new();
    private readonly Random _random = new(seed);
    private readonly bool _streams = seed % 2 == 0;
    private readonly List<WatchEvent<V1ConfigMap>> _history = [];
    private int _forgotten;
    private bool _isCalm;
    private TaskCompletionSource _changed = NewSignal();

    /// <summary>What there is, as name and version.</summary>
    internal SortedDictionary<string, string> State { get; } = new(StringComparer.Ordinal);

    /// <summary>Creates, changes or deletes one object of eight.</summary>
    internal void Write()
    {
        lock (_gate)
        {
            var thing = Thing.Of($"o{_random.Next(8)}", _history.Count + 1);
            var type = State.ContainsKey(thing.Metadata.Name)
                ? _random.Next(3) == 0 ? WatchChangeType.Deleted : WatchChangeType.Modified
                : WatchChangeType.Added;
            _history.Add(ScriptedClient.Event(type, thing));
            if (type == WatchChangeType.Deleted)
                State.Remove(thing.Metadata.Name);
            else
                State[thing.Metadata.Name] = thing.Metadata.ResourceVersion;
            Signal();
        }
    }

    /// <summary>Forgets all that was up to now, so that only a list helps who isn't here.</summary>
    internal void Forget()
    {
        lock (_gate)
            _forgotten = _history.Count;
    }

    internal void Calm()
    {
        lock (_gate)
        {
            _isCalm = true;
            Signal();
        }
    }

    public override Task<ResourceList<T>> ListPageAsync<T>(ListOptions? options = null, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            ThrowAtTimes();
            var (version, start) = options?.Continue is { } token && token.Split('-') is [var at, var from] ? (Number(at), Number(from)) : (_history.Count, 0);
            if (version < _forgotten && start > 0)
                throw MemoryClient.Refusal("Expired", 410);
            var pageSize = options?.Limit > 0 ? 3 : int.MaxValue;
            var items = ObjectsAt(version).Skip(start).ToList();
            return Task.FromResult((ResourceList<T>)(object)new ResourceList<V1ConfigMap>
            {
                Items = [.. items.Take(pageSize)],
                Unreadable = [],
                ResourceVersion = Text(version),
                Continue = items.Count > pageSize ? $"{version}-{start + pageSize}" : null,
            });
        }
    }

    public override async IAsyncEnumerable<WatchEvent<T>> WatchAsync<T>(WatchOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var (version, first, lasts) = Begin(options!);
        foreach (var item in first)
        {
            if (lasts-- == 0)
                throw new IOException("cut");
            yield return (WatchEvent<T>)(object)item;
        }
        while (true)
        {
            var (news, changed) = After(version);
            foreach (var item in news)
            {
                if (lasts-- <= 0 && !_isCalm)
                    throw new IOException("cut");
                yield return (WatchEvent<T>)(object)item;
                version++;
            }
            if (news.Count > 0)
                continue;
            if (lasts % 3 == 0)
                yield return (WatchEvent<T>)(object)ScriptedClient.Bookmark(Text(version));
            await changed.WaitAsync(cancellationToken);
            // The server's good time.
            if (lasts % 5 == 0 && !_isCalm)
                yield break;
        }
    }

    private (int Version, List<WatchEvent<V1ConfigMap>> First, int Lasts) Begin(WatchOptions options)
    {
        lock (_gate)
        {
            ThrowAtTimes();
            var lasts = _isCalm ? int.MaxValue : _random.Next(12);
            if (!options.SendInitialEvents)
                return Number(options.ResourceVersion!) is var from && from < _forgotten ? throw MemoryClient.Refusal("Expired", 410) : (from, [], lasts);
            if (!_streams)
                throw MemoryClient.Refusal("Invalid", 422);
            var version = _history.Count;
            var first = ObjectsAt(version).Select(static thing => ScriptedClient.Event(WatchChangeType.Added, thing));
            return (version, [.. first, ScriptedClient.Bookmark(Text(version), endsInitialEvents: true)], lasts);
        }
    }

    private (List<WatchEvent<V1ConfigMap>> News, Task Changed) After(int version)
    {
        lock (_gate)
            return (_history[version..], _changed.Task);
    }

    private IEnumerable<V1ConfigMap> ObjectsAt(int version) => _history.Take(version)
        .GroupBy(static change => change.Resource!.Metadata.Name, StringComparer.Ordinal)
        .Select(static changes => changes.Last())
        .Where(static last => last.Type != WatchChangeType.Deleted)
        .Select(static last => last.Resource!)
        .OrderBy(static thing => thing.Metadata.Name, StringComparer.Ordinal);

    private void ThrowAtTimes()
    {
        if (_isCalm)
            return;
        switch (_random.Next(10))
        {
            case 0: throw new HttpRequestException("refused");
            case 1: throw MemoryClient.Refusal("TooManyRequests", 429);
            case 2: throw MemoryClient.Refusal("InternalError", 500);
        }
    }

    private void Signal()
    {
        _changed.TrySetResult();
        _changed = NewSignal();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
