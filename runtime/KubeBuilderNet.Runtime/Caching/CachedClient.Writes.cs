using k8s;
using k8s.Models;
using KubeBuilderNet.Client;
using KubeBuilderNet.Client.Watching;

namespace KubeBuilderNet.Caching;

public sealed partial class CachedClient
{
    /// <inheritdoc/>
    public IAsyncEnumerable<WatchEvent<T>> WatchAsync<T>(WatchOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta> => Live.WatchAsync<T>(options, cancellationToken);

    /// <inheritdoc/>
    public Task<T> CreateAsync<T>(T resource, WriteOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta> => Live.CreateAsync(resource, options, cancellationToken);

    /// <inheritdoc/>
    public Task<T> UpdateAsync<T>(T resource, WriteOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta> => Live.UpdateAsync(resource, options, cancellationToken);

    /// <inheritdoc/>
    public Task<T> UpdateStatusAsync<T>(T resource, WriteOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta> => Live.UpdateStatusAsync(resource, options, cancellationToken);

    /// <inheritdoc/>
    public Task<T> PatchAsync<T>(ObjectKey key, Patch patch, PatchOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta> => Live.PatchAsync<T>(key, patch, options, cancellationToken);

    /// <inheritdoc/>
    public Task<T> ApplyAsync<T>(T resource, ApplyOptions options, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta> => Live.ApplyAsync(resource, options, cancellationToken);

    /// <inheritdoc/>
    public Task DeleteAsync<T>(ObjectKey key, DeleteOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta> => Live.DeleteAsync<T>(key, options, cancellationToken);

    /// <inheritdoc/>
    public Task DeleteCollectionAsync<T>(ListOptions which, DeleteOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta> => Live.DeleteCollectionAsync<T>(which, options, cancellationToken);

    /// <inheritdoc/>
    public Task<TSubresource> GetSubresourceAsync<T, TSubresource>(ObjectKey key, string subresource, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta> => Live.GetSubresourceAsync<T, TSubresource>(key, subresource, cancellationToken);

    /// <inheritdoc/>
    public Task<TAnswer> CreateSubresourceAsync<T, TRequest, TAnswer>(ObjectKey key, string subresource, TRequest body, WriteOptions? options = null,
        CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta> => Live.CreateSubresourceAsync<T, TRequest, TAnswer>(key, subresource, body, options, cancellationToken);

    /// <inheritdoc/>
    public Task<TSubresource> UpdateSubresourceAsync<T, TSubresource>(ObjectKey key, string subresource, TSubresource body, WriteOptions? options = null,
        CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta> => Live.UpdateSubresourceAsync<T, TSubresource>(key, subresource, body, options, cancellationToken);

    /// <inheritdoc/>
    public Task<TSubresource> PatchSubresourceAsync<T, TSubresource>(ObjectKey key, string subresource, Patch patch, PatchOptions? options = null,
        CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta> => Live.PatchSubresourceAsync<T, TSubresource>(key, subresource, patch, options, cancellationToken);
}
