using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using k8s.Models;
using KubeBuilderNet.Client.Errors;
using KubeBuilderNet.Client.Json;
using KubeBuilderNet.Client.Rest;

namespace KubeBuilderNet.Client.Discovery;

/// <summary>OpenAPI v3 documents. The server names each with a hash of it, so one that is kept is known to be right.</summary>
internal sealed class OpenApiDocuments(RestClient rest, DiscoveryFiles? files)
{
    private readonly ConcurrentDictionary<string, (string Url, byte[] Document)> _kept = new(StringComparer.Ordinal);

    internal async Task<IReadOnlyDictionary<string, string>> PathsAsync(CancellationToken cancellationToken)
    {
        var answer = NodeJson.Object(await rest.SendAsync(new RestRequest(HttpMethod.Get, "/openapi/v3"), cancellationToken));
        return (answer["paths"] as JsonObject ?? [])
            .ToDictionary(static path => path.Key, static path => (path.Value as JsonObject)?.Text("serverRelativeURL") ?? "", StringComparer.Ordinal);
    }

    internal async Task<JsonObject> ReadAsync(string group, string version, CancellationToken cancellationToken)
    {
        var name = ResourcePath.OfVersion(group, version).TrimStart('/');
        if (!(await PathsAsync(cancellationToken)).TryGetValue(name, out var url))
            throw new KubernetesApiException(new V1Status { Code = 404, Reason = nameof(StatusReason.NotFound), Message = $"the API server has no OpenAPI document of {name}" });
        if (_kept.TryGetValue(name, out var kept) && kept.Url == url)
            return NodeJson.Object(kept.Document);
        var document = await FetchAsync(name, url, cancellationToken);
        _kept[name] = (url, document);
        return NodeJson.Object(document);
    }

    private async Task<byte[]> FetchAsync(string name, string url, CancellationToken cancellationToken)
    {
        var prefix = $"openapi-{DiscoveryFiles.Safe(name)}-";
        var file = url.Split("hash=") is [_, { Length: > 0 } hash] ? $"{prefix}{DiscoveryFiles.Safe(hash)[..Math.Min(hash.Length, 40)]}.json" : null;
        // Of a file that isn't there the time is in the year 1601.
        if (file is not null && files?.Read(file, DateTimeOffset.UnixEpoch) is { } stored)
            return stored;
        var document = await rest.SendAsync(new RestRequest(HttpMethod.Get, url), cancellationToken);
        if (file is not null && files is not null)
        {
            files.Delete(prefix + "*");
            files.Write(file, document);
        }
        return document;
    }
}
