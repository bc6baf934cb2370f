using System.Text.Json.Nodes;
using k8s;
using k8s.Models;
using KubeBuilderNet.Client.Dynamic;
using KubeBuilderNet.Client.Json;

namespace KubeBuilderNet.Client.Applying;

/// <summary>What one manager has said of an object, so that it can say it again with a change.</summary>
/// <remarks>
/// Follows client-go's <c>Extract</c> functions of apply configurations: read an object, extract what is yours, change it, apply it. Without
/// that, a field that an apply leaves out is given up, and goes when nobody else owns it.
/// </remarks>
public static class OwnedFields
{
    private const string Apply = "Apply";

    /// <summary>The fields of an object that a manager owns by server-side apply, with the object's kind, name and namespace.</summary>
    /// <param name="resource">The object as read, its <c>managedFields</c> included.</param>
    /// <param name="fieldManager">In whose name they were applied.</param>
    /// <param name="subresource">What was applied to, such as <c>status</c>; null for the object itself.</param>
    /// <returns>Null when the manager has applied nothing, or another version of the object's kind.</returns>
    public static Unstructured? ExtractOwned(this Unstructured resource, string fieldManager, string? subresource = null)
    {
        ArgumentNullException.ThrowIfNull(resource);
        ArgumentException.ThrowIfNullOrEmpty(fieldManager);
        return Extract(resource.ToJson(), fieldManager, subresource) is { } owned ? Unstructured.FromJson(owned) : null;
    }

    /// <summary>The same of an object of a class.</summary>
    /// <inheritdoc cref="ExtractOwned(Unstructured, string, string?)"/>
    public static Unstructured? ExtractOwned<T>(T resource, string fieldManager, string? subresource = null)
        where T : IKubernetesObject<V1ObjectMeta> => Unstructured.From(resource).ExtractOwned(fieldManager, subresource);

    internal static JsonObject? Extract(JsonObject resource, string fieldManager, string? subresource)
    {
        var metadata = resource["metadata"] as JsonObject ?? [];
        var entries = (metadata["managedFields"] as JsonArray ?? []).OfType<JsonObject>().ToList();
        // The sets of fields name those of one version.
        var own = entries.Find(entry => entry.Text("operation") == Apply && entry.Text("manager") == fieldManager
            && entry.Text("subresource") == (subresource ?? "") && entry.Text("apiVersion") == resource.Text("apiVersion"));
        if (own is null)
            return null;
        var others = entries.Where(entry => entry != own).Select(static entry => entry["fieldsV1"]).OfType<JsonObject>().ToList();
        var owned = new FieldSet(own["fieldsV1"] as JsonObject ?? [], others).Extract(resource);
        (owned["apiVersion"], owned["kind"]) = (resource.Text("apiVersion"), resource.Text("kind"));
        var named = owned["metadata"] as JsonObject ?? [];
        owned["metadata"] ??= named;
        named["name"] = metadata.Text("name");
        if (metadata.Text("namespace") is { Length: > 0 } space)
            named["namespace"] = space;
        return owned;
    }
}
