using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
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

    /// <inheritdoc/>
    public Task<T> GetAsync<T>(ObjectKey key, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta> =>
        SendAsync<T>(new RestRequest(HttpMethod.Get, PathOf<T>(key).ToString()), cancellationToken);

    /// <inheritdoc/>
    public async Task<ResourceList<T>> ListPageAsync<T>(ListOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        options ??= new ListOptions();
        var definition = ResourceDefinition.Of<T>();
        var path = ResourcePath.OfCollection(definition, options.Namespace)
            .With("labelSelector", options.LabelSelector)
            .With("fieldSelector", options.FieldSelector)
            .With("limit", options.Limit > 0 ? options.Limit.ToString(CultureInfo.InvariantCulture) : null)
            .With("continue", options.Continue)
            .With("resourceVersion", options.ResourceVersion)
            .With("resourceVersionMatch", options.ResourceVersionMatch);
        var body = await Rest.SendAsync(new RestRequest(HttpMethod.Get, path.ToString()), cancellationToken);
        return ListReader.Read(body, TypeInfo<T>(), definition.Kind);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<WatchEvent<T>> WatchAsync<T>(WatchOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        options ??= new WatchOptions();
        var definition = ResourceDefinition.Of<T>();
        var path = ResourcePath.OfCollection(definition, options.Namespace)
            .With("watch", true)
            .With("allowWatchBookmarks", options.AllowBookmarks)
            .With("labelSelector", options.LabelSelector)
            .With("fieldSelector", options.FieldSelector)
            .With("resourceVersion", options.ResourceVersion)
            .With("timeoutSeconds", options.Timeout is { } timeout ? ((int)timeout.TotalSeconds).ToString(CultureInfo.InvariantCulture) : null);
        var request = new RestRequest(HttpMethod.Get, path.ToString());
        using var response = await Rest.OpenAsync(request, cancellationToken);
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var reader = new WatchReader<T>(TypeInfo<T>(), definition.Kind, request.ToString());
        await foreach (var change in reader.ReadAsync(stream, cancellationToken))
            yield return change;
    }

    /// <inheritdoc/>
    public Task<T> CreateAsync<T>(T resource, WriteOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        ArgumentNullException.ThrowIfNull(resource);
        var definition = ResourceDefinition.Of<T>();
        if (definition.Scope == ResourceScope.Namespaced && string.IsNullOrEmpty(resource.Metadata?.NamespaceProperty))
            throw new ArgumentException($"A {definition.Kind.Kind} is namespaced: set metadata.namespace.", nameof(resource));
        var path = ResourcePath.OfCollection(definition, resource.Metadata!.NamespaceProperty);
        return WriteAsync(HttpMethod.Post, path, resource, options, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<T> UpdateAsync<T>(T resource, WriteOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta> =>
        WriteAsync(HttpMethod.Put, PathOf<T>(ObjectKey.Of(resource)), resource, options, cancellationToken);

    /// <inheritdoc/>
    public Task<T> UpdateStatusAsync<T>(T resource, WriteOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta> =>
        WriteAsync(HttpMethod.Put, PathOf<T>(ObjectKey.Of(resource), "status"), resource, options, cancellationToken);

    /// <inheritdoc/>
    public Task<T> PatchAsync<T>(ObjectKey key, Patch patch, PatchOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        ArgumentNullException.ThrowIfNull(patch);
        var path = PathOf<T>(key, options?.Subresource).With(options);
        return SendAsync<T>(new RestRequest(HttpMethod.Patch, path.ToString()) { Body = patch.Body, ContentType = patch.ContentType }, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<T> ApplyAsync<T>(T resource, ApplyOptions options, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        ArgumentNullException.ThrowIfNull(options);
        var key = ObjectKey.Of(resource);
        var manifest = NodeJson.Object(ObjectJson.Serialize(resource, Rest.Options.Json));
        ApplyManifest.Clean(manifest, ResourceDefinition.Of<T>().Kind, keepStatus: options.Subresource == "status");
        return PatchAsync<T>(key, Patch.Apply(manifest), options.ToPatchOptions(), cancellationToken);
    }

    /// <inheritdoc/>
    public Task DeleteAsync<T>(ObjectKey key, DeleteOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        var request = new RestRequest(HttpMethod.Delete, PathOf<T>(key).ToString()) { Body = DeleteBody.Of(options) };
        return Rest.SendAsync(request, cancellationToken);
    }

    private Task<T> WriteAsync<T>(HttpMethod method, ResourcePath path, T resource, WriteOptions? options, CancellationToken cancellationToken)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        var kind = ResourceDefinition.Of<T>().Kind;
        // Built-in models don't say their kind by themselves, and the server asks for it.
        if (string.IsNullOrEmpty(resource.Kind) || string.IsNullOrEmpty(resource.ApiVersion))
            (resource.ApiVersion, resource.Kind) = (kind.ApiVersion, kind.Kind);
        var body = ObjectJson.Serialize(resource, Rest.Options.Json);
        return SendAsync<T>(new RestRequest(method, path.With(options).ToString()) { Body = body }, cancellationToken);
    }

    private async Task<T> SendAsync<T>(RestRequest request, CancellationToken cancellationToken)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        var body = await Rest.SendAsync(request, cancellationToken);
        return JsonSerializer.Deserialize(body, TypeInfo<T>()) ?? throw new JsonException($"{request}: the API server answered null.");
    }

    private JsonTypeInfo<T> TypeInfo<T>() => ObjectJson.TypeInfo<T>(Rest.Options.Json);

    private static ResourcePath PathOf<T>(ObjectKey key, string? subresource = null) =>
        ResourcePath.OfObject(ResourceDefinition.Of<T>(), key, subresource);
}
