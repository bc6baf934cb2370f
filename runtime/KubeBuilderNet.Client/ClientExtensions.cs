using System.Text.Json.Nodes;
using k8s;
using k8s.Models;
using KubeBuilderNet.Client.Errors;

namespace KubeBuilderNet.Client;

/// <summary>What follows from <see cref="IClient"/>'s methods.</summary>
public static class ClientExtensions
{
    /// <summary>Reads one object, or null when there is none.</summary>
    public static async Task<T?> FindAsync<T>(this IClient client, ObjectKey key, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        ArgumentNullException.ThrowIfNull(client);
        try
        {
            return await client.GetAsync<T>(key, cancellationToken);
        }
        catch (KubernetesApiException e) when (e.IsNotFound)
        {
            return null;
        }
    }

    /// <summary>Reads a list page by page. An expired token ends it with Expired: begin again.</summary>
    public static IAsyncEnumerable<ResourceList<T>> ListPagesAsync<T>(this IClient client, ListOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        ArgumentNullException.ThrowIfNull(client);
        return Pager<T>.PagesAsync(client.ListPageAsync<T>, options, cancellationToken);
    }

    /// <summary>Reads a list's objects, fetching pages as they are needed; objects that can't be read are left out.</summary>
    /// <exception cref="KubernetesApiException">Expired: reading took longer than the server keeps the list. Begin again.</exception>
    public static IAsyncEnumerable<T> EnumerateAsync<T>(this IClient client, ListOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        ArgumentNullException.ThrowIfNull(client);
        return Pager<T>.ItemsAsync(client.ListPageAsync<T>, options, cancellationToken);
    }

    /// <summary>Reads a whole list, in pages of <see cref="ListOptions.Limit"/>; at once when the pages expire half-way, as client-go's pager.</summary>
    public static Task<ResourceList<T>> ListAsync<T>(this IClient client, ListOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        ArgumentNullException.ThrowIfNull(client);
        return Pager<T>.AllAsync(client.ListPageAsync<T>, options, cancellationToken);
    }

    /// <summary>Patches the status and nothing else.</summary>
    public static Task<T> PatchStatusAsync<T>(this IClient client, ObjectKey key, Patch patch, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        ArgumentNullException.ThrowIfNull(client);
        return client.PatchAsync<T>(key, patch, new PatchOptions { Subresource = "status" }, cancellationToken);
    }

    /// <summary>Sets the fields of the status that are given, by a merge patch: <c>new JsonObject { ["ready"] = 3 }</c>.</summary>
    public static Task<T> PatchStatusAsync<T>(this IClient client, ObjectKey key, JsonObject status, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta> =>
        client.PatchStatusAsync<T>(key, Patch.Merge(new JsonObject { ["status"] = status }), cancellationToken);

    /// <summary>Stores what a copy's status has that the object's hasn't, and nothing else; sends nothing when they are equal.</summary>
    /// <param name="client">Writes to the server.</param>
    /// <param name="original">The object as read.</param>
    /// <param name="changed">A copy of it with the status as it should be.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The object as stored; the original when nothing was sent.</returns>
    /// <exception cref="KubernetesApiException">Conflict: the object has changed since it was read. Read it again and decide anew.</exception>
    public static async Task<T> PatchStatusAsync<T>(this IClient client, T original, T changed, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        ArgumentNullException.ThrowIfNull(client);
        return Patch.MergeFrom(original, changed, client.Json) is { } patch
            ? await client.PatchStatusAsync<T>(ObjectKey.Of(original), patch, cancellationToken)
            : original;
    }

    /// <summary>Deletes an object unless it is gone already; whether it was there.</summary>
    public static async Task<bool> TryDeleteAsync<T>(this IClient client, T resource, DeleteOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        try
        {
            await client.DeleteAsync(resource, options, cancellationToken);
            return true;
        }
        catch (KubernetesApiException e) when (e.IsNotFound)
        {
            return false;
        }
    }

    /// <summary>Deletes an object.</summary>
    public static Task DeleteAsync<T>(this IClient client, T resource, DeleteOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        ArgumentNullException.ThrowIfNull(client);
        return client.DeleteAsync<T>(ObjectKey.Of(resource), options, cancellationToken);
    }
}
