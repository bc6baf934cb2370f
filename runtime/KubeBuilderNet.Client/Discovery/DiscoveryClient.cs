using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using k8s.Models;
using KubeBuilderNet.Client.Errors;
using KubeBuilderNet.Client.Json;
using KubeBuilderNet.Client.Rest;

namespace KubeBuilderNet.Client.Discovery;

/// <summary>Asks the API server what it serves: groups, versions, resources, schemas, and what it is itself.</summary>
/// <remarks>
/// Follows <c>k8s.io/client-go/discovery</c> with its caches. Servers since 1.26 say all in two answers, older ones in one for each version.
/// Safe to use from many threads, which share one request.
/// </remarks>
public sealed class DiscoveryClient
{
    private const string AllFile = "discovery.json";
    private readonly RestClient _rest;
    private readonly DiscoveryOptions _options;
    private readonly DiscoveryFiles? _files;
    private readonly OpenApiDocuments _schemas;
    private readonly ConcurrentDictionary<(string Group, string Version), ApiVersion> _versions = new();
    private readonly Lock _gate = new();
    private Task<ServerResources>? _all;
    private DateTimeOffset _loaded;

    /// <summary>Makes a client that remembers as the options say.</summary>
    /// <param name="rest">Sends the requests; stays the caller's to dispose.</param>
    /// <param name="options">How long it remembers; null for the defaults.</param>
    public DiscoveryClient(RestClient rest, DiscoveryOptions? options = null)
    {
        _rest = rest ?? throw new ArgumentNullException(nameof(rest));
        _options = options ?? new DiscoveryOptions();
        if (_options.CacheFolder is { } folder)
            _files = new DiscoveryFiles(folder, rest.Server);
        _schemas = new OpenApiDocuments(rest, _files);
    }

    private DateTimeOffset Now => _rest.Options.Time.GetUtcNow();

    /// <summary>All that the server serves, from memory, from disk or from the server, in this order.</summary>
    /// <remarks>A version that the server can't tell about has its reason in <see cref="ApiVersion.Failure"/>; the others are there.</remarks>
    /// <param name="refresh">Ask the server, whatever is remembered.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task<ServerResources> GetResourcesAsync(bool refresh = false, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            if (refresh || Remembered() is null)
                Remember(LoadAsync());
            return _all!.WaitAsync(cancellationToken);
        }
    }

    /// <summary>One version of a group, without asking for the others; from the server when it isn't remembered.</summary>
    /// <param name="group">The group; empty for the core group.</param>
    /// <param name="version">The version.</param>
    /// <param name="refresh">Ask the server, whatever is remembered.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="KubernetesApiException">NotFound: the server has no such group or version.</exception>
    public async Task<ApiVersion> GetVersionAsync(string group, string version, bool refresh = false, CancellationToken cancellationToken = default)
    {
        if (!refresh && await FindRememberedAsync(group, version) is { } remembered)
            return remembered;
        var answer = await AskAsync(ResourcePath.OfVersion(group, version), null, cancellationToken);
        return _versions[(group, version)] = new ApiVersion(version, ResourceListForm.Read(answer, group, version));
    }

    /// <summary>Forgets what was found, on disk too.</summary>
    public void Invalidate()
    {
        lock (_gate)
            _all = null;
        _versions.Clear();
        _files?.Delete(AllFile);
    }

    /// <summary>The server's own version.</summary>
    public async Task<VersionInfo> GetServerVersionAsync(CancellationToken cancellationToken = default) =>
        ObjectJson.Deserialize<VersionInfo>(await _rest.SendAsync(new RestRequest(HttpMethod.Get, "/version"), cancellationToken), _rest.Options.Json);

    /// <summary>The paths of the OpenAPI v3 documents, by what they describe: <c>api/v1</c>, <c>apis/apps/v1</c>...</summary>
    /// <exception cref="KubernetesApiException">NotFound: a server older than 1.24 has none.</exception>
    public Task<IReadOnlyDictionary<string, string>> GetOpenApiPathsAsync(CancellationToken cancellationToken = default) =>
        _schemas.PathsAsync(cancellationToken);

    /// <summary>The OpenAPI v3 document of a group's version: its paths, and the schemas of its kinds.</summary>
    /// <remarks>Kept, on disk too, until the server says by its hash that it has another.</remarks>
    /// <exception cref="KubernetesApiException">NotFound: there is no such version, or the server, older than 1.24, has no such documents.</exception>
    public Task<JsonObject> GetOpenApiAsync(string group, string version, CancellationToken cancellationToken = default) =>
        _schemas.ReadAsync(group, version, cancellationToken);

    /// <summary>One version of a group if it is remembered.</summary>
    internal async ValueTask<ApiVersion?> FindRememberedAsync(string group, string version)
    {
        if (_versions.TryGetValue((group, version), out var known))
            return known;
        return Remembered() is { } all && (await all).Version(group, version) is { Failure: null } found ? found : null;
    }

    /// <summary>What is remembered and not too old, without asking the server.</summary>
    private Task<ServerResources>? Remembered()
    {
        lock (_gate)
        {
            if (_all is { IsFaulted: false, IsCanceled: false } && Now - _loaded < _options.TimeToLive)
                return _all;
            return Stored() is { } stored ? Remember(Task.FromResult(stored)) : null;
        }
    }

    private ServerResources? Stored()
    {
        if (_files?.Read(AllFile, Now - _options.TimeToLive) is not { } bytes)
            return null;
        try
        {
            var stored = NodeJson.Object(bytes);
            return AggregatedForm.IsOf(stored) ? new ServerResources(AggregatedForm.Read(stored)) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private Task<ServerResources> Remember(Task<ServerResources> all)
    {
        (_all, _loaded) = (all, Now);
        return all;
    }

    // Not cancelled with the caller that came first: others may wait for it too.
    private async Task<ServerResources> LoadAsync()
    {
        await Task.Yield();
        var parts = await Task.WhenAll(LoadPartAsync("/api"), LoadPartAsync("/apis"));
        var all = new ServerResources([.. parts.SelectMany(static groups => groups)]);
        _versions.Clear();
        _files?.Write(AllFile, NodeJson.Bytes(AggregatedForm.Write(all)));
        return all;
    }

    private async Task<IReadOnlyList<ApiGroup>> LoadPartAsync(string root)
    {
        JsonObject answer;
        try
        {
            answer = await AskAsync(root, AggregatedForm.Accept, CancellationToken.None);
        }
        catch (KubernetesApiException e) when (e.IsNotFound)
        {
            // A server of extensions alone has no core group.
            return [];
        }
        return AggregatedForm.IsOf(answer)
            ? AggregatedForm.Read(answer)
            : await Task.WhenAll(GroupListForm.Read(answer).Select(LoadGroupAsync));
    }

    private async Task<ApiGroup> LoadGroupAsync(ApiGroup group) =>
        new(group.Name, await Task.WhenAll(group.Versions.Select(version => LoadVersionAsync(group.Name, version.Name))));

    private async Task<ApiVersion> LoadVersionAsync(string group, string version)
    {
        try
        {
            var answer = await AskAsync(ResourcePath.OfVersion(group, version), null, CancellationToken.None);
            return new ApiVersion(version, ResourceListForm.Read(answer, group, version));
        }
        catch (KubernetesApiException e)
        {
            return new ApiVersion(version, []) { Failure = e.Message };
        }
    }

    private async Task<JsonObject> AskAsync(string path, string? accept, CancellationToken cancellationToken) =>
        NodeJson.Object(await _rest.SendAsync(new RestRequest(HttpMethod.Get, path) { Accept = accept }, cancellationToken));
}
