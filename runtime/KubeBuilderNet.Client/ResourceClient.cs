using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using k8s;
using k8s.Models;
using KubeBuilderNet.Client.Errors;
using KubeBuilderNet.Client.Json;
using KubeBuilderNet.Client.Rest;
using KubeBuilderNet.Client.Watching;

namespace KubeBuilderNet.Client;

/// <summary>All verbs on one resource of one API server.</summary>
/// <remarks>
/// <see cref="KubernetesApiClient"/> and <see cref="Dynamic.DynamicClient"/> stand on it. Every method throws
/// <see cref="KubernetesApiException"/> when the server refuses and <see cref="HttpRequestException"/> when it can't be reached.
/// Safe to use from many threads.
/// </remarks>
/// <typeparam name="T">The class that its objects are read as.</typeparam>
public sealed partial class ResourceClient<T>
    where T : class, IKubernetesObject<V1ObjectMeta>
{
    private const string AsPart = "application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1";
    private const string AsListOfParts = "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1";
    private static readonly bool IsPart = typeof(T).IsGenericType && typeof(T).GetGenericTypeDefinition() == typeof(PartialObjectMetadata<>);
    private readonly RestClient _rest;

    /// <summary>Makes a client of the resource that <paramref name="definition"/> describes.</summary>
    /// <param name="rest">Sends the requests; stays the caller's to dispose.</param>
    /// <param name="definition">The resource; null for that of the class.</param>
    /// <param name="type">How objects are read and written; null for what <see cref="RestClientOptions.Json"/> says.</param>
    public ResourceClient(RestClient rest, ResourceDefinition? definition = null, JsonTypeInfo<T>? type = null)
    {
        _rest = rest ?? throw new ArgumentNullException(nameof(rest));
        TypeInfo = type ?? ObjectJson.TypeInfo<T>(rest.Options.Json);
        Definition = definition ?? ResourceDefinition.Of<T>();
        Resource = Definition.Resource;
    }

    /// <summary>Makes a client of a resource of which only the name is known: keys and options say by their namespace what its scope is.</summary>
    internal ResourceClient(RestClient rest, GroupVersionResource resource, JsonTypeInfo<T> type) => (_rest, Resource, TypeInfo) = (rest, resource, type);

    /// <summary>The resource.</summary>
    public GroupVersionResource Resource { get; }

    /// <summary>The resource with its kind and scope; null when only its name is known.</summary>
    public ResourceDefinition? Definition { get; }

    /// <summary>How objects are read and written.</summary>
    public JsonTypeInfo<T> TypeInfo { get; }

    /// <summary>Reads one object.</summary>
    /// <exception cref="KubernetesApiException">NotFound: there is none of this key.</exception>
    public Task<T> GetAsync(ObjectKey key, GetOptions? options = null, CancellationToken cancellationToken = default) =>
        SendAsync(HttpMethod.Get, PathOf(key).With("resourceVersion", options?.ResourceVersion), null, cancellationToken);

    /// <summary>Reads one object, or null when there is none.</summary>
    public async Task<T?> FindAsync(ObjectKey key, GetOptions? options = null, CancellationToken cancellationToken = default)
    {
        try
        {
            return await GetAsync(key, options, cancellationToken);
        }
        catch (KubernetesApiException e) when (e.IsNotFound)
        {
            return null;
        }
    }

    /// <summary>Reads one page of a list.</summary>
    public async Task<ResourceList<T>> ListPageAsync(ListOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new ListOptions();
        var path = PathOf(options.Namespace).With(options);
        var body = await _rest.SendAsync(new RestRequest(HttpMethod.Get, path.ToString()) { Accept = IsPart ? AsListOfParts : null }, cancellationToken);
        return ListReader.Read(body, TypeInfo, Definition?.Kind);
    }

    /// <summary>Reads a list page by page. An expired token ends it with Expired: begin again.</summary>
    public IAsyncEnumerable<ResourceList<T>> ListPagesAsync(ListOptions? options = null, CancellationToken cancellationToken = default) =>
        Pager<T>.PagesAsync(ListPageAsync, options, cancellationToken);

    /// <summary>Reads a list's objects, fetching pages as they are needed; objects that can't be read are left out.</summary>
    /// <exception cref="KubernetesApiException">Expired: reading took longer than the server keeps the list. Begin again.</exception>
    public IAsyncEnumerable<T> EnumerateAsync(ListOptions? options = null, CancellationToken cancellationToken = default) =>
        Pager<T>.ItemsAsync(ListPageAsync, options, cancellationToken);

    /// <summary>Reads a whole list, in pages of <see cref="ListOptions.Limit"/>; at once when the pages expire half-way, as client-go's pager.</summary>
    public Task<ResourceList<T>> ListAsync(ListOptions? options = null, CancellationToken cancellationToken = default) =>
        Pager<T>.AllAsync(ListPageAsync, options, cancellationToken);

    /// <summary>Follows changes until the server ends the watch or the connection breaks; it doesn't reconnect by itself.</summary>
    /// <remarks>
    /// It also ends when its connection may be dead, because nothing came for as long as <see cref="RestClientOptions.PingDelay"/> and
    /// <see cref="RestClientOptions.PingTimeout"/> together, and no ping could tell. Going on from the last version loses nothing.
    /// </remarks>
    /// <exception cref="KubernetesApiException">Expired: the version to go on from is too old.</exception>
    public async IAsyncEnumerable<WatchEvent<T>> WatchAsync(WatchOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        options ??= new WatchOptions();
        var request = new RestRequest(HttpMethod.Get, PathOf(options.Namespace).With(options).ToString())
        {
            Accept = IsPart ? AsPart : null,
            // Servers answer at once, and then send what there is.
            Timeout = _rest.Connections is { Patience: var patience } && patience < _rest.Options.RequestTimeout ? patience : null,
        };
        using var response = await _rest.OpenAsync(request, cancellationToken);
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var reader = new WatchReader<T>(TypeInfo, Definition?.Kind ?? default, request.ToString(), _rest.Connections);
        await foreach (var change in reader.ReadAsync(stream, cancellationToken))
            yield return change;
    }

    private ResourcePath PathOf(string? @namespace) => Definition is { } definition
        ? ResourcePath.OfCollection(definition, @namespace)
        : ResourcePath.OfCollection(Resource, @namespace);

    private ResourcePath PathOf(ObjectKey key, string? subresource = null) => Definition is { } definition
        ? ResourcePath.OfObject(definition, key, subresource)
        : ResourcePath.OfObject(Resource, key, subresource);

    private Task<T> SendAsync(HttpMethod method, ResourcePath path, ReadOnlyMemory<byte>? body, CancellationToken cancellationToken) =>
        SendAsync(new RestRequest(method, path.ToString()) { Body = body, Accept = IsPart ? AsPart : null }, TypeInfo, cancellationToken);

    private async Task<TAnswer> SendAsync<TAnswer>(RestRequest request, JsonTypeInfo<TAnswer> type, CancellationToken cancellationToken) =>
        JsonSerializer.Deserialize(await _rest.SendAsync(request, cancellationToken), type)
            ?? throw new JsonException($"{request}: the API server answered null.");
}
