using System.Runtime.CompilerServices;
using k8s;
using k8s.Models;
using KubeBuilderNet.Client;
using KubeBuilderNet.Client.Errors;
using KubeBuilderNet.Client.Watching;

namespace KubeBuilderNet.IntegrationTests;

/// <summary>A client whose watches can be held back, and told that their version is too old.</summary>
internal sealed class GatedClient(IClient inner) : IClient
{
    private volatile TaskCompletionSource _gate = Opened();
    private volatile bool _expired;
    private int _lists;

    /// <summary>How often everything was asked for, as a list or as a stream.</summary>
    internal int Lists => _lists;

    internal void Close() => _gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    internal void Open(bool expired)
    {
        _expired = expired;
        _gate.SetResult();
    }

    public Task<ResourceList<T>> ListPageAsync<T>(ListOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        Interlocked.Increment(ref _lists);
        return inner.ListPageAsync<T>(options, cancellationToken);
    }

    public async IAsyncEnumerable<WatchEvent<T>> WatchAsync<T>(WatchOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        await _gate.Task.WaitAsync(cancellationToken);
        if (_expired)
        {
            _expired = false;
            throw new KubernetesApiException(new V1Status { Code = 410, Reason = "Expired" });
        }
        if (options is { SendInitialEvents: true })
            Interlocked.Increment(ref _lists);
        await foreach (var change in inner.WatchAsync<T>(options, cancellationToken))
            yield return change;
    }

    public Task<T> GetAsync<T>(ObjectKey key, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta> => inner.GetAsync<T>(key, cancellationToken);

    public Task<T> CreateAsync<T>(T resource, WriteOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta> => inner.CreateAsync(resource, options, cancellationToken);

    public Task<T> UpdateAsync<T>(T resource, WriteOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta> => inner.UpdateAsync(resource, options, cancellationToken);

    public Task<T> UpdateStatusAsync<T>(T resource, WriteOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta> => inner.UpdateStatusAsync(resource, options, cancellationToken);

    public Task<T> PatchAsync<T>(ObjectKey key, Patch patch, PatchOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta> => inner.PatchAsync<T>(key, patch, options, cancellationToken);

    public Task<T> ApplyAsync<T>(T resource, ApplyOptions options, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta> => inner.ApplyAsync(resource, options, cancellationToken);

    public Task DeleteAsync<T>(ObjectKey key, DeleteOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta> => inner.DeleteAsync<T>(key, options, cancellationToken);

    private static TaskCompletionSource Opened()
    {
        var source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        source.SetResult();
        return source;
    }
}
