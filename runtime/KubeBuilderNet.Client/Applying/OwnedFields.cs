using System.Text.Json.Nodes;
using k8s;
using k8s.Models;
using KubeBuilderNet.Client.Dynamic;

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
        // The sets of fields name those of one version.
        var entry = resource.Metadata?.ManagedFields?.FirstOrDefault(entry => entry.Operation == Apply && entry.Manager == fieldManager
            && (entry.Subresource ?? "") == (subresource ?? "") && entry.ApiVersion == resource.ApiVersion);
        if (entry is null)
            return null;
        var owned = FieldSet.Parse(entry.FieldsV1).Extract(resource.ToJson()) as JsonObject ?? [];
        (owned["apiVersion"], owned["kind"]) = (resource.ApiVersion, resource.Kind);
        owned.Set(resource.Metadata!.Name, "metadata", "name");
        if (!string.IsNullOrEmpty(resource.Metadata.NamespaceProperty))
            owned.Set(resource.Metadata.NamespaceProperty, "metadata", "namespace");
        return Unstructured.FromJson(owned);
    }

    /// <summary>The same of an object of a class.</summary>
    /// <inheritdoc cref="ExtractOwned(Unstructured, string, string?)"/>
    public static Unstructured? ExtractOwned<T>(T resource, string fieldManager, string? subresource = null)
        where T : IKubernetesObject<V1ObjectMeta> => Unstructured.From(resource).ExtractOwned(fieldManager, subresource);
}
