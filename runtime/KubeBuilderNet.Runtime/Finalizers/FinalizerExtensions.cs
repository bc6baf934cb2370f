using System.Net;
using System.Text.Json.Nodes;
using k8s;
using k8s.Models;
using KubeBuilderNet.Client;
using KubeBuilderNet.Client.Errors;

namespace KubeBuilderNet.Finalizers;

/// <summary>Adds and removes finalizers by patches that touch nothing else, and lose no finalizer of another's.</summary>
/// <remarks>Whether an object has one is asked with KubernetesClient's <c>HasFinalizer</c>.</remarks>
public static class FinalizerExtensions
{
    private const int MaxTries = 10;

    /// <summary>Whether the object is being deleted and waits for its finalizers.</summary>
    public static bool IsBeingDeleted(this IMetadata<V1ObjectMeta> resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return resource.Metadata?.DeletionTimestamp is not null;
    }

    /// <summary>Puts a finalizer on an object that isn't being deleted. Follows <c>controllerutil.AddFinalizer</c>, and stores it.</summary>
    /// <param name="client">Writes to the server.</param>
    /// <param name="resource">The object as last read; it isn't changed itself.</param>
    /// <param name="finalizer">A qualified name such as <c>apps.example.com/cleanup</c>.</param>
    /// <param name="cancellationToken">Ends the tries.</param>
    /// <returns>
    /// The object as stored; the one given when there was nothing to do. Look at it anew: if its deletion has begun meanwhile, it gets no finalizer.
    /// </returns>
    /// <exception cref="ArgumentException">The name isn't qualified by a domain.</exception>
    /// <exception cref="KubernetesApiException">NotFound: the object is gone. Conflict: another object has its name now.</exception>
    public static Task<T> EnsureFinalizerAsync<T>(this IClient client, T resource, string finalizer, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        ThrowIfUnqualified(finalizer);
        return EnsureFinalizersAsync(client, resource, [finalizer], cancellationToken);
    }

    /// <summary>Takes a finalizer off an object; nothing when the object is gone. Follows <c>controllerutil.RemoveFinalizer</c>, and stores it.</summary>
    /// <returns>The object as last stored; the one given when there was nothing to do.</returns>
    public static Task<T> RemoveFinalizerAsync<T>(this IClient client, T resource, string finalizer, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta> => RemoveFinalizersAsync(client, resource, [finalizer], cancellationToken);

    internal static async Task<T> EnsureFinalizersAsync<T>(IClient client, T resource, IReadOnlyCollection<string> finalizers, CancellationToken cancellationToken)
        where T : class, IKubernetesObject<V1ObjectMeta> =>
        await ChangeAsync(client, resource, current =>
        {
            var missing = current.IsBeingDeleted() ? [] : finalizers.Where(name => !current.HasFinalizer(name)).ToArray();
            return missing.Length == 0 ? null : [.. current.Metadata.Finalizers ?? [], .. missing];
        }, cancellationToken) ?? throw IsAnother(resource);

    internal static async Task<T> RemoveFinalizersAsync<T>(IClient client, T resource, IReadOnlyCollection<string> finalizers, CancellationToken cancellationToken)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        try
        {
            return await ChangeAsync(client, resource,
                current => finalizers.Any(current.HasFinalizer) ? [.. current.Metadata.Finalizers.Except(finalizers, StringComparer.Ordinal)] : null,
                cancellationToken) ?? resource;
        }
        catch (KubernetesApiException e) when (e.IsNotFound)
        {
            return resource;
        }
    }

    internal static void ThrowIfUnqualified(string finalizer)
    {
        ArgumentNullException.ThrowIfNull(finalizer);
        if (!finalizer.Contains('/', StringComparison.Ordinal))
            throw new ArgumentException($"'{finalizer}' must be qualified by a domain, as in apps.example.com/{finalizer}.", nameof(finalizer));
    }

    // Null when another object has the name now.
    private static async Task<T?> ChangeAsync<T>(IClient client, T resource, Func<T, string[]?> change, CancellationToken cancellationToken)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        ArgumentNullException.ThrowIfNull(client);
        var key = ObjectKey.Of(resource);
        var current = resource;
        for (var tries = 1; ; tries++)
        {
            if (change(current) is not { } finalizers)
                return current;
            try
            {
                return await client.PatchAsync<T>(key, Replace(current.Metadata, finalizers), null, cancellationToken);
            }
            catch (KubernetesApiException e) when (e.IsConflict && tries < MaxTries)
            {
                // A cache may hold for a while what has just been refused.
                current = await client.Live.GetAsync<T>(key, cancellationToken);
                if (current.Metadata.Uid != resource.Metadata.Uid)
                    return null;
            }
        }
    }

    private static KubernetesApiException IsAnother(IMetadata<V1ObjectMeta> resource) => new(new V1Status
    {
        Code = (int)HttpStatusCode.Conflict,
        Reason = nameof(StatusReason.Conflict),
        Message = $"{ObjectKey.Of(resource)} of uid {resource.Metadata.Uid} is gone, and another object has its name.",
    });

    // A merge patch replaces the whole list: the version makes it a conflict if another changed the object meanwhile.
    private static Patch Replace(V1ObjectMeta metadata, string[] finalizers) => Patch.Merge(new JsonObject
    {
        ["metadata"] = new JsonObject
        {
            ["resourceVersion"] = metadata.ResourceVersion,
            ["finalizers"] = new JsonArray([.. finalizers.Select(name => (JsonNode)name)]),
        },
    });
}
