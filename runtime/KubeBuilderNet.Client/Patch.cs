using System.Text.Json.Nodes;
using KubeBuilderNet.Client.Json;

namespace KubeBuilderNet.Client;

/// <summary>A change to an object, in one of the forms that the API server takes.</summary>
/// <remarks>Follows controller-runtime's <c>client.Patch</c>.</remarks>
public sealed class Patch
{
    private Patch(string contentType, ReadOnlyMemory<byte> body) => (ContentType, Body) = (contentType, body);

    /// <summary>The media type that names the form.</summary>
    public string ContentType { get; }

    /// <summary>The change as UTF-8 JSON.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>RFC 6902: a list of operations. A failed <c>test</c> operation is Invalid.</summary>
    public static Patch Json(JsonArray operations) => new("application/json-patch+json", Bytes(operations));

    /// <summary>RFC 7386: fields to set; null removes a field, a list replaces the list.</summary>
    public static Patch Merge(JsonObject fields) => new("application/merge-patch+json", Bytes(fields));

    /// <summary>Kubernetes' own merge, which merges lists by their keys. Built-in kinds only.</summary>
    public static Patch StrategicMerge(JsonObject fields) => new("application/strategic-merge-patch+json", Bytes(fields));

    /// <summary>Server-side apply: the fields that the field manager wants, and no others.</summary>
    public static Patch Apply(JsonObject manifest) => new(ApplyType, Bytes(manifest));

    /// <summary>Server-side apply of raw JSON.</summary>
    public static Patch Apply(ReadOnlyMemory<byte> manifest) => new(ApplyType, manifest);

    private const string ApplyType = "application/apply-patch+yaml";

    private static ReadOnlyMemory<byte> Bytes(JsonNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        return NodeJson.Bytes(node);
    }
}
