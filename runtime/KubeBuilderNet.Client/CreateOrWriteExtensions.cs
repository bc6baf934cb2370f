using System.Text.Json.Nodes;
using k8s;
using k8s.Models;
using KubeBuilderNet.Client.Errors;
using KubeBuilderNet.Client.Json;

namespace KubeBuilderNet.Client;

/// <summary>Brings an object about, whether it is there or not.</summary>
/// <remarks>
/// Follows <c>controllerutil.CreateOrUpdate</c> and <c>CreateOrPatch</c>: the object is read, changed and compared, and sent only when something
/// differs. A status is left as it is; <see cref="ClientExtensions.PatchStatusAsync{T}(IClient, T, T, CancellationToken)"/> stores one.
/// Server-side apply (<see cref="IClient.ApplyAsync"/>) needs neither the read nor the comparison.
/// </remarks>
public static class CreateOrWriteExtensions
{
    /// <summary>Creates the object, or sends what <paramref name="change"/> makes different as a merge patch: fields that the class doesn't know stay.</summary>
    /// <typeparam name="T">The object's class.</typeparam>
    /// <param name="client">Reads and writes.</param>
    /// <param name="key">The object.</param>
    /// <param name="change">Makes the object as it should be, from what is there or from an empty one of this name.</param>
    /// <param name="cancellationToken">Ends the requests.</param>
    /// <exception cref="KubernetesApiException">Conflict: the object changed between read and write. AlreadyExists: it was created meanwhile.</exception>
    /// <exception cref="InvalidOperationException">The change touches the name or the namespace.</exception>
    public static Task<Written<T>> CreateOrPatchAsync<T>(this IClient client, ObjectKey key, Action<T> change, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta>, new() =>
        WriteAsync(client, key, change, (_, patch) => client.PatchAsync<T>(key, patch, null, cancellationToken), cancellationToken);

    /// <summary>Creates the object, or replaces it when <paramref name="change"/> makes it different: fields that the class doesn't know are lost.</summary>
    /// <typeparam name="T">The object's class.</typeparam>
    /// <param name="client">Reads and writes.</param>
    /// <param name="key">The object.</param>
    /// <param name="change">Makes the object as it should be, from what is there or from an empty one of this name.</param>
    /// <param name="cancellationToken">Ends the requests.</param>
    /// <exception cref="KubernetesApiException">Conflict: the object changed between read and write. AlreadyExists: it was created meanwhile.</exception>
    /// <exception cref="InvalidOperationException">The change touches the name or the namespace.</exception>
    public static Task<Written<T>> CreateOrUpdateAsync<T>(this IClient client, ObjectKey key, Action<T> change, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta>, new() =>
        WriteAsync(client, key, change, (changed, _) => client.UpdateAsync(changed, null, cancellationToken), cancellationToken);

    private static async Task<Written<T>> WriteAsync<T>(IClient client, ObjectKey key, Action<T> change, Func<T, Patch, Task<T>> write, CancellationToken cancellationToken)
        where T : class, IKubernetesObject<V1ObjectMeta>, new()
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(change);
        if (await client.FindAsync<T>(key, cancellationToken) is not { } resource)
            return new(await client.CreateAsync(Changed(New<T>(key), key, change), null, cancellationToken), WriteOutcome.Created);
        var version = resource.Metadata.ResourceVersion;
        var before = WithoutStatus(resource, client);
        var after = WithoutStatus(Changed(resource, key, change), client);
        return Patch.Between(before, after, version) is { } patch
            ? new(await write(resource, patch), WriteOutcome.Updated)
            : new(resource, WriteOutcome.Unchanged);
    }

    private static T New<T>(ObjectKey key)
        where T : class, IKubernetesObject<V1ObjectMeta>, new()
    {
        var kind = ResourceDefinition.Of<T>().Kind;
        return new T
        {
            ApiVersion = kind.ApiVersion,
            Kind = kind.Kind,
            Metadata = new V1ObjectMeta { Name = key.Name, NamespaceProperty = key.Namespace.Length == 0 ? null : key.Namespace },
        };
    }

    private static T Changed<T>(T resource, ObjectKey key, Action<T> change)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        change(resource);
        return resource.Metadata is { Name.Length: > 0 } && ObjectKey.Of(resource) is var changed && changed == key ? resource : throw new InvalidOperationException(
            $"The change of {resource.Kind} {key} touches its name or namespace, and these can't be changed.");
    }

    private static JsonObject WithoutStatus<T>(T resource, IClient client)
        where T : class
    {
        var node = NodeJson.Object(ObjectJson.Serialize(resource, client.Json));
        node.Remove("status");
        return node;
    }
}
