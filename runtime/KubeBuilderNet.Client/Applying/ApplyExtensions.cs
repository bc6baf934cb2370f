using k8s;
using k8s.Models;
using KubeBuilderNet.Client.Errors;

namespace KubeBuilderNet.Client.Applying;

/// <summary>Server-side apply of exactly the fields that were set.</summary>
public static class ApplyExtensions
{
    /// <summary>Creates the object or sets the configuration's fields; fields that the manager applied before and that aren't set any more go.</summary>
    /// <remarks>Before Kubernetes 1.22 a manager that applies to a subresource gives up its other fields: let it have a name of its own there.</remarks>
    /// <param name="client">Writes to the server.</param>
    /// <param name="configuration">The fields.</param>
    /// <param name="options">In whose name, and whether to take fields over from others. With the subresource <c>status</c>, set the status alone.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The object as stored.</returns>
    /// <exception cref="KubernetesApiException">Conflict: another manager owns a field, and <see cref="ApplyOptions.Force"/> is off.</exception>
    public static Task<T> ApplyAsync<T>(
        this IClient client, ResourceApplyConfiguration<T> configuration, ApplyOptions options, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(options);
        return client.PatchAsync<T>(configuration.Key, Patch.Apply(configuration.ToJson(client.Json)), options.ToPatchOptions(), cancellationToken);
    }
}
