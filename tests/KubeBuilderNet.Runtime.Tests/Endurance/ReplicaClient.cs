using System.Runtime.CompilerServices;
using k8s;
using k8s.Models;
using KubeBuilderNet.Client;
using KubeBuilderNet.Client.Watching;

namespace KubeBuilderNet.Runtime.Tests.Endurance;

/// <summary>One replica's way to the server: what the weather does to it happens here, and what it brings is entered in the ledger.</summary>
internal sealed class ReplicaClient(string name, MemoryClient server, Weather weather, Ledger ledger, Traffic traffic) : IClient
{
    /// <summary>Whether this replica alone doesn't reach the server.</summary>
    internal bool IsCutOff { get; set; }

    public Task<T> GetAsync<T>(ObjectKey key, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta> => AskAsync(false, () => server.GetAsync<T>(key, cancellationToken), cancellationToken);

    public async Task<ResourceList<T>> ListPageAsync<T>(ListOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        traffic.Read();
        weather.Begin();
        try
        {
            ThrowAtTimes();
            var list = await server.ListPageAsync<T>(options, cancellationToken);
            ledger.Listed();
            return list;
        }
        finally
        {
            traffic.Impose();
            weather.End();
        }
    }

    public async IAsyncEnumerable<WatchEvent<T>> WatchAsync<T>(WatchOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        traffic.Read();
        using var line = weather.Open(name, cancellationToken);
        try
        {
            ThrowAtTimes();
            await using var events = server.WatchAsync<T>(options, line.Token).GetAsyncEnumerator(line.Token);
            var isList = options!.SendInitialEvents;
            while (await line.NextAsync(events))
            {
                if (events.Current.EndsInitialEvents)
                    ledger.Listed();
                else if (!isList && events.Current.Resource is { } resource)
                    ledger.Changed(ObjectKey.Of(resource));
                isList &= !events.Current.EndsInitialEvents;
                yield return events.Current;
            }
        }
        finally
        {
            if (!line.WasLeft)
                traffic.Impose();
        }
    }

    public Task<T> CreateAsync<T>(T resource, WriteOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta> => AskAsync(true, () => server.CreateAsync(resource, options, cancellationToken), cancellationToken);

    public Task<T> UpdateAsync<T>(T resource, WriteOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta> => AskAsync(true, () => server.UpdateAsync(resource, options, cancellationToken), cancellationToken);

    public Task<T> UpdateStatusAsync<T>(T resource, WriteOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta> => AskAsync(true, () => server.UpdateStatusAsync(resource, options, cancellationToken), cancellationToken);

    public Task<T> PatchAsync<T>(ObjectKey key, Patch patch, PatchOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta> => AskAsync(true, () => server.PatchAsync<T>(key, patch, options, cancellationToken), cancellationToken);

    public Task<T> ApplyAsync<T>(T resource, ApplyOptions options, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta> => AskAsync(true, () => server.ApplyAsync(resource, options, cancellationToken), cancellationToken);

    public Task DeleteAsync<T>(ObjectKey key, DeleteOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta> => AskAsync(true, async () =>
        {
            await server.DeleteAsync<T>(key, options, cancellationToken);
            return (T?)null;
        }, cancellationToken);

    private async Task<T> AskAsync<T>(bool isWrite, Func<Task<T>> ask, CancellationToken cancellationToken)
    {
        traffic.Ask(typeof(T) == typeof(V1Lease));
        weather.Begin();
        try
        {
            await weather.SlowAsync(cancellationToken);
            ThrowAtTimes(isWrite);
            var answer = await ask();
            return isWrite && weather.LosesAnswer() ? throw new HttpRequestException("cut off after it was done") : answer;
        }
        finally
        {
            weather.End();
        }
    }

    private void ThrowAtTimes(bool isWrite = false)
    {
        if (weather.IsDown || IsCutOff)
            throw new HttpRequestException("no answer");
        if (weather.Before(isWrite) is { } fault)
            throw fault;
    }
}
