using System.Text.Json;
using k8s;
using k8s.Models;
using KubeBuilderNet.Client.Json;
using KubeBuilderNet.Client.Rest;
using KubeBuilderNet.Client.Watching;

namespace KubeBuilderNet.Client;

/// <summary>The client of one API server. Safe to use from many threads.</summary>
/// <param name="rest">Sends the requests; stays the caller's to dispose.</param>
public sealed class KubernetesApiClient(RestClient rest) : IClient
{
    /// <summary>Sends the requests.</summary>
    public RestClient Rest { get; } = rest ?? throw new ArgumentNullException(nameof(rest));

    /// <inheritdoc/>
    public JsonSerializerOptions Json => Rest.Options.Json ?? ObjectJson.Options;

    /// <summary>All verbs on the objects of a class.</summary>
    /// <exception cref="InvalidOperationException">The class doesn't say its kind.</exception>
    public ResourceClient<T> Resource<T>()
        where T : class, IKubernetesObject<V1ObjectMeta> => new(Rest);

    /// <inheritdoc/>
    public Task<T> GetAsync<T>(ObjectKey key, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta> => Resource<T>().GetAsync(key, null, cancellationToken);

    /// <inheritdoc/>
    public Task<ResourceList<T>> ListPageAsync<T>(ListOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta> => Resource<T>().ListPageAsync(options, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<WatchEvent<T>> WatchAsync<T>(WatchOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta> => Resource<T>().WatchAsync(options, cancellationToken);

    /// <inheritdoc/>
    public Task<T> CreateAsync<T>(T resource, WriteOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta> => Resource<T>().CreateAsync(resource, options, cancellationToken);

    /// <inheritdoc/>
    public Task<T> UpdateAsync<T>(T resource, WriteOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta> => Resource<T>().UpdateAsync(resource, options, cancellationToken);

    /// <inheritdoc/>
    public Task<T> UpdateStatusAsync<T>(T resource, WriteOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta> => Resource<T>().UpdateStatusAsync(resource, options, cancellationToken);

    /// <inheritdoc/>
    public Task<T> PatchAsync<T>(ObjectKey key, Patch patch, PatchOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta> => Resource<T>().PatchAsync(key, patch, options, cancellationToken);

    /// <inheritdoc/>
    public Task<T> ApplyAsync<T>(T resource, ApplyOptions options, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta> => Resource<T>().ApplyAsync(resource, options, cancellationToken);

    /// <inheritdoc/>
    public Task DeleteAsync<T>(ObjectKey key, DeleteOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta> => Resource<T>().DeleteAsync(key, options, cancellationToken);

    /// <inheritdoc/>
    public Task DeleteCollectionAsync<T>(ListOptions which, DeleteOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta> => Resource<T>().DeleteCollectionAsync(which, options, cancellationToken);

    /// <inheritdoc/>
    public Task<TSubresource> GetSubresourceAsync<T, TSubresource>(ObjectKey key, string subresource, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta> => Resource<T>().GetSubresourceAsync<TSubresource>(key, subresource, cancellationToken);

    /// <inheritdoc/>
    public Task<TAnswer> CreateSubresourceAsync<T, TRequest, TAnswer>(ObjectKey key, string subresource, TRequest body, WriteOptions? options = null,
        CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta> =>
        Resource<T>().CreateSubresourceAsync<TRequest, TAnswer>(key, subresource, body, options, cancellationToken);

    /// <inheritdoc/>
    public Task<TSubresource> UpdateSubresourceAsync<T, TSubresource>(ObjectKey key, string subresource, TSubresource body, WriteOptions? options = null,
        CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta> => Resource<T>().UpdateSubresourceAsync(key, subresource, body, options, cancellationToken);

    /// <inheritdoc/>
    public Task<TSubresource> PatchSubresourceAsync<T, TSubresource>(ObjectKey key, string subresource, Patch patch, PatchOptions? options = null,
        CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta> =>
        Resource<T>().PatchSubresourceAsync<TSubresource>(key, subresource, patch, options, cancellationToken);
}
