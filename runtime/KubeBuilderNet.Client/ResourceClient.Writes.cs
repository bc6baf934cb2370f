using System.Text.Json;
using KubeBuilderNet.Client.Errors;
using KubeBuilderNet.Client.Json;
using KubeBuilderNet.Client.Rest;

namespace KubeBuilderNet.Client;

public sealed partial class ResourceClient<T>
{
    /// <summary>Creates an object and returns it as stored.</summary>
    /// <exception cref="KubernetesApiException">AlreadyExists: there is one of this name. Invalid: it breaks its rules.</exception>
    public Task<T> CreateAsync(T resource, WriteOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(resource);
        var @namespace = resource.Metadata?.NamespaceProperty;
        if (Definition is { Scope: ResourceScope.Namespaced } definition && string.IsNullOrEmpty(@namespace))
            throw new ArgumentException($"A {definition.Kind.Kind} is namespaced: set metadata.namespace.", nameof(resource));
        return SendAsync(HttpMethod.Post, PathOf(@namespace).With(options), Serialize(resource), cancellationToken);
    }

    /// <summary>Replaces an object, all fields of it; those that the class doesn't know are lost, so prefer a patch or apply.</summary>
    /// <exception cref="KubernetesApiException">Conflict: it was changed since it was read.</exception>
    public Task<T> UpdateAsync(T resource, WriteOptions? options = null, CancellationToken cancellationToken = default) =>
        SendAsync(HttpMethod.Put, PathOf(ObjectKey.Of(resource)).With(options), Serialize(resource), cancellationToken);

    /// <summary>Replaces an object's status and nothing else.</summary>
    /// <exception cref="KubernetesApiException">Conflict: it was changed since it was read.</exception>
    public Task<T> UpdateStatusAsync(T resource, WriteOptions? options = null, CancellationToken cancellationToken = default) =>
        SendAsync(HttpMethod.Put, PathOf(ObjectKey.Of(resource), "status").With(options), Serialize(resource), cancellationToken);

    /// <summary>Changes an object, or its status, in part.</summary>
    public Task<T> PatchAsync(ObjectKey key, Patch patch, PatchOptions? options = null, CancellationToken cancellationToken = default) =>
        SendAsync(PatchRequest(key, patch, options), TypeInfo, cancellationToken);

    /// <summary>Server-side apply: creates the object or sets exactly the fields given. Fields of the server's own are left out of what is sent.</summary>
    /// <exception cref="KubernetesApiException">Conflict: another manager owns a field, and <see cref="ApplyOptions.Force"/> is off.</exception>
    public Task<T> ApplyAsync(T resource, ApplyOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var key = ObjectKey.Of(resource);
        var manifest = NodeJson.Object(JsonSerializer.SerializeToUtf8Bytes(resource, TypeInfo));
        ApplyManifest.Clean(manifest, KindOf(resource), keepStatus: options.Subresource == "status");
        return PatchAsync(key, Patch.Apply(manifest), options.ToPatchOptions(), cancellationToken);
    }

    /// <summary>Deletes an object; it may stay for a while, until its finalizers are done.</summary>
    /// <exception cref="KubernetesApiException">NotFound: there is none. Conflict: a precondition failed.</exception>
    public Task DeleteAsync(ObjectKey key, DeleteOptions? options = null, CancellationToken cancellationToken = default)
    {
        var request = new RestRequest(HttpMethod.Delete, PathOf(key).ToString()) { Body = DeleteBody.Of(options) };
        return _rest.SendAsync(request, cancellationToken);
    }

    /// <summary>Deletes all objects that <paramref name="which"/> chooses, of one namespace or, without one, of all.</summary>
    /// <remarks>
    /// The server deletes them one by one: what it had deleted before an error is gone. Of a namespaced kind it takes a namespace only.
    /// </remarks>
    /// <exception cref="KubernetesApiException">MethodNotAllowed: the resource has no such verb, or wants a namespace.</exception>
    public Task DeleteCollectionAsync(ListOptions which, DeleteOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(which);
        // A limit would leave some of them, and nobody reads the page that comes back.
        var path = PathOf(which.Namespace).With(which with { Limit = 0 });
        return _rest.SendAsync(new RestRequest(HttpMethod.Delete, path.ToString()) { Body = DeleteBody.Of(options) }, cancellationToken);
    }

    private RestRequest PatchRequest(ObjectKey key, Patch patch, PatchOptions? options)
    {
        ArgumentNullException.ThrowIfNull(patch);
        var path = PathOf(key, options?.Subresource).With(options);
        return new RestRequest(HttpMethod.Patch, path.ToString()) { Body = patch.Body, ContentType = patch.ContentType };
    }

    private byte[] Serialize(T resource)
    {
        if (IsPart)
            throw new NotSupportedException($"A {KindOf(resource).Kind} whose metadata alone is known can't be created or replaced: patch or apply it.");
        // Built-in models don't say their kind by themselves, and the server asks for it.
        if (string.IsNullOrEmpty(resource.Kind) || string.IsNullOrEmpty(resource.ApiVersion))
            (resource.ApiVersion, resource.Kind) = (KindOf(resource).ApiVersion, KindOf(resource).Kind);
        return JsonSerializer.SerializeToUtf8Bytes(resource, TypeInfo);
    }

    private GroupVersionKind KindOf(T resource)
    {
        if (Definition is { } definition)
            return definition.Kind;
        return string.IsNullOrEmpty(resource.Kind) || string.IsNullOrEmpty(resource.ApiVersion)
            ? throw new ArgumentException($"The object for {Resource} doesn't say what it is: set apiVersion and kind.", nameof(resource))
            : GroupVersionKind.Parse(resource.ApiVersion, resource.Kind);
    }
}
