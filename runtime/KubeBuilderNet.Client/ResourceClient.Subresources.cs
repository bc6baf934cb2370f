using k8s.Models;
using KubeBuilderNet.Client.Errors;
using KubeBuilderNet.Client.Json;
using KubeBuilderNet.Client.Rest;

namespace KubeBuilderNet.Client;

public sealed partial class ResourceClient<T>
{
    /// <summary>Reads a subresource of an object, such as <c>scale</c>.</summary>
    /// <typeparam name="TSubresource">The class that it is read as, such as <see cref="V1Scale"/>.</typeparam>
    /// <exception cref="KubernetesApiException">NotFound: there is no such object, or the resource has no such subresource.</exception>
    public Task<TSubresource> GetSubresourceAsync<TSubresource>(ObjectKey key, string subresource, CancellationToken cancellationToken = default) =>
        SendAsync<TSubresource>(HttpMethod.Get, PathOf(key, subresource), null, cancellationToken);

    /// <summary>Sends a request to a subresource that takes one, such as <c>eviction</c>, <c>token</c> or <c>binding</c>, and returns the answer.</summary>
    /// <typeparam name="TRequest">The class of what is sent, such as <see cref="V1Eviction"/>; it says its apiVersion and kind.</typeparam>
    /// <typeparam name="TAnswer">The class of the answer; often the same, <see cref="V1Status"/> of an eviction.</typeparam>
    public Task<TAnswer> CreateSubresourceAsync<TRequest, TAnswer>(ObjectKey key, string subresource, TRequest body, WriteOptions? options = null,
        CancellationToken cancellationToken = default) =>
        SendAsync<TAnswer>(HttpMethod.Post, PathOf(key, subresource).With(options), ObjectJson.Serialize(body, _rest.Options.Json), cancellationToken);

    /// <summary>Replaces a subresource of an object and returns it as stored.</summary>
    /// <exception cref="KubernetesApiException">Conflict: the object was changed since it was read.</exception>
    public Task<TSubresource> UpdateSubresourceAsync<TSubresource>(ObjectKey key, string subresource, TSubresource body, WriteOptions? options = null,
        CancellationToken cancellationToken = default) =>
        SendAsync<TSubresource>(HttpMethod.Put, PathOf(key, subresource).With(options), ObjectJson.Serialize(body, _rest.Options.Json), cancellationToken);

    /// <summary>Changes a subresource of an object in part and returns it as stored.</summary>
    public Task<TSubresource> PatchSubresourceAsync<TSubresource>(ObjectKey key, string subresource, Patch patch, PatchOptions? options = null,
        CancellationToken cancellationToken = default) =>
        SendAsync(PatchRequest(key, patch, (options ?? new PatchOptions()) with { Subresource = subresource }),
            ObjectJson.TypeInfo<TSubresource>(_rest.Options.Json), cancellationToken);

    private Task<TAnswer> SendAsync<TAnswer>(HttpMethod method, ResourcePath path, ReadOnlyMemory<byte>? body, CancellationToken cancellationToken) =>
        SendAsync(new RestRequest(method, path.ToString()) { Body = body }, ObjectJson.TypeInfo<TAnswer>(_rest.Options.Json), cancellationToken);
}
