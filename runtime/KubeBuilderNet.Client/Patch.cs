using System.Text.Json;
using System.Text.Json.Nodes;
using k8s;
using k8s.Models;
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

    /// <summary>What changed between two states of an object, as a merge patch; null when nothing did.</summary>
    /// <remarks>Follows controller-runtime's <c>MergeFromWithOptimisticLock</c>: a list that changed is sent whole, so the patch names the
    /// version it was made from, and is a Conflict when the object has changed since.</remarks>
    /// <param name="original">The object as read.</param>
    /// <param name="changed">A copy of it with the changes.</param>
    /// <param name="options">How objects become JSON; null for <see cref="ObjectJson.Options"/>.</param>
    public static Patch? MergeFrom<T>(T original, T changed, JsonSerializerOptions? options = null)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        ArgumentNullException.ThrowIfNull(original);
        ArgumentNullException.ThrowIfNull(changed);
        return Between(Node(original, options), Node(changed, options), original.Metadata?.ResourceVersion);
    }

    /// <summary>Kubernetes' own merge, which merges lists by their keys. Built-in kinds only.</summary>
    public static Patch StrategicMerge(JsonObject fields) => new("application/strategic-merge-patch+json", Bytes(fields));

    /// <summary>Server-side apply: the fields that the field manager wants, and no others.</summary>
    public static Patch Apply(JsonObject manifest) => Apply(Bytes(manifest));

    /// <summary>Server-side apply of raw JSON.</summary>
    public static Patch Apply(ReadOnlyMemory<byte> manifest) => new(ApplyType, YamlSafe.Write(manifest));

    /// <summary>What changed, made from this version; null when nothing did.</summary>
    internal static Patch? Between(JsonObject original, JsonObject changed, string? version)
    {
        var difference = MergeDiff.Between(original, changed);
        if (difference.Count == 0)
            return null;
        if (version is not null)
        {
            if (difference["metadata"] is not JsonObject)
                difference["metadata"] = new JsonObject();
            difference["metadata"]!["resourceVersion"] = version;
        }
        return Merge(difference);
    }

    private const string ApplyType = "application/apply-patch+yaml";

    private static JsonObject Node<T>(T resource, JsonSerializerOptions? options) => NodeJson.Object(ObjectJson.Serialize(resource, options));

    private static ReadOnlyMemory<byte> Bytes(JsonNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        return NodeJson.Bytes(node);
    }
}
