using System.Text.Json.Nodes;
using KubeBuilderNet.Client.Discovery;
using KubeBuilderNet.Client.Errors;
using KubeBuilderNet.Client.Json;
using KubeBuilderNet.Client.Rest;

namespace KubeBuilderNet.Client.Manifests;

/// <summary>Applies, reads and deletes objects of any kind from their JSON alone, as kubectl does.</summary>
/// <remarks>A namespaced manifest without a namespace goes to the configuration's namespace.</remarks>
/// <param name="rest">Sends the requests; stays the caller's to dispose.</param>
/// <param name="mapper">Finds the kinds' resources; null for one of its own.</param>
public sealed class ManifestClient(RestClient rest, RestMapper? mapper = null)
{
    private static readonly TimeSpan EstablishedPoll = TimeSpan.FromMilliseconds(100);
    private readonly RestMapper _mapper = mapper ?? new RestMapper(rest);

    /// <summary>Server-side apply: creates the object or sets exactly the fields given. Returns it as stored.</summary>
    /// <exception cref="ArgumentException">The manifest has no apiVersion, kind or metadata.name.</exception>
    /// <exception cref="KubernetesApiException">The server refused, or has no such kind.</exception>
    public async Task<JsonObject> ApplyAsync(JsonObject manifest, ApplyOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var path = (await PathOfAsync(manifest, options.Subresource, cancellationToken)).With(options.ToPatchOptions());
        var patch = Patch.Apply(manifest);
        var request = new RestRequest(HttpMethod.Patch, path.ToString()) { Body = patch.Body, ContentType = patch.ContentType };
        return NodeJson.Object(await rest.SendAsync(request, cancellationToken));
    }

    /// <summary>Reads the object that a manifest names; null when there is none, or no such kind.</summary>
    public async Task<JsonObject?> FindAsync(JsonObject manifest, CancellationToken cancellationToken = default)
    {
        try
        {
            var path = await PathOfAsync(manifest, null, cancellationToken);
            return NodeJson.Object(await rest.SendAsync(new RestRequest(HttpMethod.Get, path.ToString()), cancellationToken));
        }
        catch (KubernetesApiException e) when (e.IsNotFound)
        {
            return null;
        }
    }

    /// <summary>Deletes the object that a manifest names. False when there was none, or no such kind.</summary>
    public async Task<bool> DeleteAsync(JsonObject manifest, DeleteOptions? options = null, CancellationToken cancellationToken = default)
    {
        try
        {
            var path = await PathOfAsync(manifest, null, cancellationToken);
            await rest.SendAsync(new RestRequest(HttpMethod.Delete, path.ToString()) { Body = DeleteBody.Of(options) }, cancellationToken);
            return true;
        }
        catch (KubernetesApiException e) when (e.IsNotFound)
        {
            return false;
        }
    }

    /// <summary>Waits until the server serves the kind that a CustomResourceDefinition defines.</summary>
    /// <exception cref="TimeoutException">It wasn't established in time; the message has the server's reason.</exception>
    /// <exception cref="KubernetesApiException">NotFound: there is no such definition.</exception>
    public async Task WaitForEstablishedAsync(string definitionName, TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        var time = rest.Options.Time;
        var path = $"/apis/apiextensions.k8s.io/v1/customresourcedefinitions/{Uri.EscapeDataString(definitionName)}";
        var started = time.GetTimestamp();
        while (true)
        {
            var definition = NodeJson.Object(await rest.SendAsync(new RestRequest(HttpMethod.Get, path), cancellationToken));
            var conditions = definition["status"]?["conditions"] as JsonArray ?? [];
            if (conditions.Any(condition => (string?)condition?["type"] == "Established" && (string?)condition["status"] == "True"))
                return;
            if (time.GetElapsedTime(started) > timeout)
                throw new TimeoutException($"CustomResourceDefinition {definitionName} was not established within {timeout.TotalSeconds:0} s: {Refusal(conditions)}");
            await Task.Delay(EstablishedPoll, time, cancellationToken);
        }
    }

    private static string Refusal(JsonArray conditions)
    {
        var refused = conditions.FirstOrDefault(condition => (string?)condition?["status"] == "False");
        return refused is null ? "the API server gave no reason." : $"{(string?)refused["reason"]}: {(string?)refused["message"]}";
    }

    private async Task<ResourcePath> PathOfAsync(JsonObject manifest, string? subresource, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        var kind = GroupVersionKind.Parse(Required(manifest, "apiVersion"), Required(manifest, "kind"));
        var metadata = manifest["metadata"] as JsonObject ?? throw new ArgumentException("The manifest has no metadata.", nameof(manifest));
        var name = Required(metadata, "name");
        var definition = await _mapper.FindAsync(kind, cancellationToken);
        var @namespace = definition.Scope == ResourceScope.Cluster ? "" : (string?)metadata["namespace"] ?? rest.DefaultNamespace;
        return ResourcePath.OfObject(definition, new ObjectKey(@namespace, name), subresource);
    }

    private static string Required(JsonObject parent, string field) => (string?)parent[field] is { Length: > 0 } value
        ? value
        : throw new ArgumentException($"The manifest has no {field}.");
}
