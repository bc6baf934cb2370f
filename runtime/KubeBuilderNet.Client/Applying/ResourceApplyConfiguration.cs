using System.Text.Json;
using System.Text.Json.Nodes;
using k8s;
using k8s.Models;
using KubeBuilderNet.Client.Json;

namespace KubeBuilderNet.Client.Applying;

/// <summary>The fields of an object that a manager wants: see <see cref="ApplyConfiguration"/>.</summary>
/// <typeparam name="T">The class of the object's kind.</typeparam>
/// <param name="key">The object to apply to.</param>
public abstract class ResourceApplyConfiguration<T>(ObjectKey key) : ApplyConfiguration
    where T : class, IKubernetesObject<V1ObjectMeta>
{
    /// <summary>The object to apply to; it is created when there is none.</summary>
    public ObjectKey Key { get; } = key;

    /// <summary>The labels that the manager owns.</summary>
    public IDictionary<string, string>? Labels { get; set; }

    /// <summary>The annotations that the manager owns.</summary>
    public IDictionary<string, string>? Annotations { get; set; }

    /// <summary>The owners that the manager names; each is told from others by its uid.</summary>
    public IList<V1OwnerReference>? OwnerReferences { get; set; }

    /// <summary>The finalizers that the manager puts on the object.</summary>
    public IList<string>? Finalizers { get; set; }

    /// <summary>The version that the object must still have; null when any will do.</summary>
    public string? ResourceVersion { get; set; }

    /// <summary>What is sent.</summary>
    /// <param name="options">How values become JSON; null for <see cref="ObjectJson.Options"/>.</param>
    public JsonObject ToJson(JsonSerializerOptions? options = null)
    {
        options ??= ObjectJson.Options;
        var kind = ResourceDefinition.Of<T>().Kind;
        var json = new JsonObject { ["apiVersion"] = kind.ApiVersion, ["kind"] = kind.Kind, ["metadata"] = Metadata(options) };
        WriteFields(new ApplyFields(json, options));
        return json;
    }

    /// <summary>Fills a new configuration with the fields that a manager owns by earlier applies.</summary>
    /// <param name="empty">The configuration to fill.</param>
    /// <param name="resource">The object as read, with its <c>managedFields</c>: a cache may have dropped them.</param>
    /// <param name="fieldManager">Whose fields are wanted.</param>
    /// <param name="subresource">The subresource that was applied to, such as <c>status</c>; null for the object itself.</param>
    /// <param name="options">How the object becomes JSON; null for <see cref="ObjectJson.Options"/>.</param>
    /// <returns>The filled configuration; with nothing but its key when the manager never applied.</returns>
    protected static TConfiguration Extract<TConfiguration>(
        TConfiguration empty, T resource, string fieldManager, string? subresource, JsonSerializerOptions? options)
        where TConfiguration : ResourceApplyConfiguration<T>
    {
        ArgumentNullException.ThrowIfNull(empty);
        ArgumentNullException.ThrowIfNull(resource);
        options ??= ObjectJson.Options;
        if (OwnedFields.Extract(NodeJson.Object(ObjectJson.Serialize(resource, options)), fieldManager, subresource) is not { } owned)
            return empty;
        var metadata = new ApplyFields(owned["metadata"] as JsonObject ?? [], options);
        empty.Labels = metadata.Get<IDictionary<string, string>>("labels");
        empty.Annotations = metadata.Get<IDictionary<string, string>>("annotations");
        empty.OwnerReferences = metadata.Get<IList<V1OwnerReference>>("ownerReferences");
        empty.Finalizers = metadata.Get<IList<string>>("finalizers");
        empty.ReadFields(new ApplyFields(owned, options));
        return empty;
    }

    private JsonObject Metadata(JsonSerializerOptions options)
    {
        var metadata = new JsonObject { ["name"] = Key.Name };
        if (!string.IsNullOrEmpty(Key.Namespace))
            metadata["namespace"] = Key.Namespace;
        var fields = new ApplyFields(metadata, options);
        fields.Set("labels", Labels);
        fields.Set("annotations", Annotations);
        fields.Set("ownerReferences", OwnerReferences);
        fields.Set("finalizers", Finalizers);
        fields.Set("resourceVersion", ResourceVersion);
        return metadata;
    }
}
