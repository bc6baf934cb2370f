using System.Text.Json.Serialization.Metadata;
using k8s;
using k8s.Models;
using KubeBuilderNet.Client;
using KubeBuilderNet.Client.Json;
using KubeBuilderNet.Client.Watching;

namespace KubeBuilderNet.Caching;

/// <summary>The resource that an informer reads, whatever client leads to it.</summary>
/// <param name="Kind">Its kind; the resource's name stands for it where only that is known.</param>
/// <param name="Scope">Its scope; where it isn't known, namespaces are asked for as they are named.</param>
/// <param name="TypeInfo">How its objects are written.</param>
/// <param name="ListAsync">Reads a whole list.</param>
/// <param name="WatchAsync">Follows changes.</param>
internal sealed record InformerResource<T>(
    GroupVersionKind Kind,
    ResourceScope Scope,
    Func<JsonTypeInfo<T>> TypeInfo,
    Func<ListOptions, CancellationToken, Task<ResourceList<T>>> ListAsync,
    Func<WatchOptions, CancellationToken, IAsyncEnumerable<WatchEvent<T>>> WatchAsync)
    where T : class, IKubernetesObject<V1ObjectMeta>
{
    internal static InformerResource<T> Of(IClient client)
    {
        ArgumentNullException.ThrowIfNull(client);
        var definition = ResourceDefinition.Of<T>();
        return new(definition.Kind, definition.Scope, () => ObjectJson.TypeInfo<T>(client.Json), client.ListAsync<T>, client.WatchAsync<T>);
    }

    internal static InformerResource<T> Of(ResourceClient<T> resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        var name = resource.Resource;
        return new(
            resource.Definition?.Kind ?? new GroupVersionKind(name.Group, name.Version, name.Resource), resource.Definition?.Scope ?? ResourceScope.Namespaced,
            () => resource.TypeInfo, resource.ListAsync, resource.WatchAsync);
    }
}
