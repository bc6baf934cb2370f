using System.Runtime.CompilerServices;
using System.Text.Json;
using k8s;
using k8s.Models;
using KubeBuilderNet.Client.Errors;
using KubeBuilderNet.Client.Json;
using KubeBuilderNet.Client.Watching;

namespace KubeBuilderNet.Client;

/// <summary>Reads and writes objects of any class that Kubernetes knows: built-in ones and custom resources alike.</summary>
/// <remarks>
/// Follows controller-runtime's <c>client.Client</c>. Every method throws <see cref="KubernetesApiException"/> when the server refuses and
/// <see cref="HttpRequestException"/> when it can't be reached. Objects handed out are the caller's own. Reads go to the server;
/// controllers read from a lister.
/// </remarks>
public interface IClient
{
    /// <summary>How this client reads and writes objects.</summary>
    JsonSerializerOptions Json => ObjectJson.Options;

    /// <summary>The client that reads from the server: this one, unless it reads from a cache.</summary>
    IClient Live => this;

    /// <summary>Reads one object.</summary>
    /// <exception cref="KubernetesApiException">NotFound: there is none of this key.</exception>
    Task<T> GetAsync<T>(ObjectKey key, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta>;

    /// <summary>Reads one page of a list.</summary>
    Task<ResourceList<T>> ListPageAsync<T>(ListOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta>;

    /// <summary>Follows changes until the server ends the watch or the connection breaks; it doesn't reconnect by itself.</summary>
    /// <exception cref="KubernetesApiException">Expired: the version to go on from is too old.</exception>
    IAsyncEnumerable<WatchEvent<T>> WatchAsync<T>(WatchOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta>;

    /// <summary>Creates an object and returns it as stored.</summary>
    /// <exception cref="KubernetesApiException">AlreadyExists: there is one of this name. Invalid: it breaks its rules.</exception>
    Task<T> CreateAsync<T>(T resource, WriteOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta>;

    /// <summary>Replaces an object, all fields of it; those that the class doesn't know are lost, so prefer a patch or apply.</summary>
    /// <exception cref="KubernetesApiException">Conflict: it was changed since it was read.</exception>
    Task<T> UpdateAsync<T>(T resource, WriteOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta>;

    /// <summary>Replaces an object's status and nothing else.</summary>
    /// <exception cref="KubernetesApiException">Conflict: it was changed since it was read.</exception>
    Task<T> UpdateStatusAsync<T>(T resource, WriteOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta>;

    /// <summary>Changes an object, or its status, in part.</summary>
    Task<T> PatchAsync<T>(ObjectKey key, Patch patch, PatchOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta>;

    /// <summary>Server-side apply: creates the object or sets exactly the fields given. Fields of the server's own are left out of what is sent.</summary>
    /// <exception cref="KubernetesApiException">Conflict: another manager owns a field, and <see cref="ApplyOptions.Force"/> is off.</exception>
    Task<T> ApplyAsync<T>(T resource, ApplyOptions options, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta>;

    /// <summary>Deletes an object; it may stay for a while, until its finalizers are done.</summary>
    /// <exception cref="KubernetesApiException">NotFound: there is none. Conflict: a precondition failed.</exception>
    Task DeleteAsync<T>(ObjectKey key, DeleteOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta>;

    /// <summary>Deletes all objects that <paramref name="which"/> chooses, of one namespace or, for a cluster-scoped kind, of the cluster.</summary>
    /// <exception cref="KubernetesApiException">MethodNotAllowed: the kind has no such verb, or wants a namespace.</exception>
    /// <exception cref="NotSupportedException">This client (a double in a test) doesn't do it.</exception>
    Task DeleteCollectionAsync<T>(ListOptions which, DeleteOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta> => throw Unsupported();

    /// <summary>Reads a subresource of an object, such as <c>scale</c>, as the class that it has.</summary>
    /// <exception cref="KubernetesApiException">NotFound: there is no such object, or its kind has no such subresource.</exception>
    /// <exception cref="NotSupportedException">This client (a double in a test) doesn't do it.</exception>
    Task<TSubresource> GetSubresourceAsync<T, TSubresource>(ObjectKey key, string subresource, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta> => throw Unsupported();

    /// <summary>Sends a request to a subresource that takes one, such as <c>eviction</c>, <c>token</c> or <c>binding</c>, and returns the answer.</summary>
    /// <exception cref="NotSupportedException">This client (a double in a test) doesn't do it.</exception>
    Task<TAnswer> CreateSubresourceAsync<T, TRequest, TAnswer>(ObjectKey key, string subresource, TRequest body, WriteOptions? options = null,
        CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta> => throw Unsupported();

    /// <summary>Replaces a subresource of an object and returns it as stored.</summary>
    /// <exception cref="KubernetesApiException">Conflict: the object was changed since it was read.</exception>
    /// <exception cref="NotSupportedException">This client (a double in a test) doesn't do it.</exception>
    Task<TSubresource> UpdateSubresourceAsync<T, TSubresource>(ObjectKey key, string subresource, TSubresource body, WriteOptions? options = null,
        CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta> => throw Unsupported();

    /// <summary>Changes a subresource of an object in part and returns it as stored.</summary>
    /// <exception cref="NotSupportedException">This client (a double in a test) doesn't do it.</exception>
    Task<TSubresource> PatchSubresourceAsync<T, TSubresource>(ObjectKey key, string subresource, Patch patch, PatchOptions? options = null,
        CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta> => throw Unsupported();

    private NotSupportedException Unsupported([CallerMemberName] string method = "") => new($"{GetType().Name} doesn't implement {method}.");
}
