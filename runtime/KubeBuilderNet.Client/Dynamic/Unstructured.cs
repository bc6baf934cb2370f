using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using k8s;
using k8s.Models;
using KubeBuilderNet.Client.Json;

namespace KubeBuilderNet.Client.Dynamic;

/// <summary>An object of any kind: its metadata by its class, everything else as JSON. Nothing that was read is lost when it is written.</summary>
/// <remarks>
/// Follows <c>k8s.io/apimachinery/pkg/apis/meta/v1/unstructured.Unstructured</c>. Whatever works on objects of a class works on these:
/// keys, finalizers, owner references, patches. Many threads may read one, only one may change it.
/// </remarks>
[JsonConverter(typeof(UnstructuredConverter))]
public sealed class Unstructured : IKubernetesObject<V1ObjectMeta>, IDeepCopyable<Unstructured>
{
    /// <summary>Makes an object that says nothing yet.</summary>
    public Unstructured() : this([], null)
    {
    }

    /// <summary>Makes an object of a kind, with empty metadata.</summary>
    public Unstructured(GroupVersionKind kind) : this() => (ApiVersion, Kind) = (kind.ApiVersion, kind.Kind);

    internal Unstructured(JsonObject fields, JsonObject? otherMetadata) => (Fields, OtherMetadata) = (fields, otherMetadata);

    /// <inheritdoc/>
    public string ApiVersion { get; set; } = "";

    /// <inheritdoc/>
    public string Kind { get; set; } = "";

    /// <summary>The object's name, namespace, labels, owners and all else that the API server keeps of it.</summary>
    public V1ObjectMeta Metadata { get; set; } = new();

    /// <summary>Everything else by name: <c>spec</c>, <c>status</c>, <c>data</c>...</summary>
    public JsonObject Fields { get; }

    /// <summary>What the user wants; null when there is none.</summary>
    public JsonObject? Spec => Fields["spec"] as JsonObject;

    /// <summary>What was found; null when there is none.</summary>
    public JsonObject? Status => Fields["status"] as JsonObject;

    /// <summary>The object's kind with its group and version.</summary>
    /// <exception cref="FormatException">It doesn't say its apiVersion.</exception>
    public GroupVersionKind GroupVersionKind => GroupVersionKind.Parse(ApiVersion, Kind);

    internal static JsonTypeInfo<Unstructured> TypeInfo { get; } = ObjectJson.TypeInfo<Unstructured>();

    /// <summary>Fields of metadata that its class doesn't know.</summary>
    internal JsonObject? OtherMetadata { get; }

    /// <summary>The object that JSON describes; the JSON stays the caller's.</summary>
    /// <exception cref="JsonException">The metadata isn't metadata.</exception>
    public static Unstructured FromJson(JsonObject json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return FromJson(NodeJson.Bytes(json).Span);
    }

    /// <summary>The object that UTF-8 JSON describes.</summary>
    /// <exception cref="JsonException">It is no JSON object, or its metadata isn't metadata.</exception>
    public static Unstructured FromJson(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize(utf8, TypeInfo) ?? throw new JsonException("null is no object.");

    /// <summary>An object of a class as one without; empty fields of the class's stay away.</summary>
    /// <param name="resource">The object.</param>
    /// <param name="options">How the class is written; null for <see cref="ObjectJson.Options"/>.</param>
    public static Unstructured From<T>(T resource, JsonSerializerOptions? options = null)
        where T : IKubernetesObject<V1ObjectMeta> => FromJson(ObjectJson.Serialize(resource, options));

    /// <summary>The same as an object of a class, read leniently; what the class doesn't know is lost.</summary>
    /// <param name="options">How the class is read; null for <see cref="ObjectJson.Options"/>.</param>
    /// <exception cref="JsonException">The object does not fit the class; the message names the path.</exception>
    public T To<T>(JsonSerializerOptions? options = null)
        where T : IKubernetesObject<V1ObjectMeta> => ObjectJson.Deserialize<T>(Bytes(), options);

    /// <summary>The whole object as JSON, for the caller to change.</summary>
    public JsonObject ToJson() => NodeJson.Object(Bytes());

    /// <inheritdoc/>
    public Unstructured DeepCopy() => FromJson(Bytes());

    /// <inheritdoc cref="NestedFields.Get{T}"/>
    public T? Get<T>(params ReadOnlySpan<string> path) => Fields.Get<T>(Checked(path));

    /// <inheritdoc cref="NestedFields.TryGet{T}"/>
    public bool TryGet<T>([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out T? value, params ReadOnlySpan<string> path) =>
        Fields.TryGet(out value, Checked(path));

    /// <inheritdoc cref="NestedFields.Set{T}"/>
    public void Set<T>(T value, params ReadOnlySpan<string> path) => Fields.Set(value, Checked(path));

    /// <inheritdoc cref="NestedFields.Remove(JsonObject, ReadOnlySpan{string})"/>
    public bool Remove(params ReadOnlySpan<string> path) => Fields.Remove(Checked(path));

    /// <summary>The kind and the key, as in <c>apps/v1, Kind=Deployment default/web</c>.</summary>
    public override string ToString() =>
        $"{ApiVersion}, Kind={Kind} {new ObjectKey(Metadata.NamespaceProperty ?? "", Metadata.Name ?? "")}";

    private static ReadOnlySpan<string> Checked(ReadOnlySpan<string> path) => path is ["apiVersion" or "kind" or "metadata", ..]
        ? throw new ArgumentException($"'{path[0]}' is not among the fields: the object has a property for it.", nameof(path))
        : path;

    private byte[] Bytes() => JsonSerializer.SerializeToUtf8Bytes(this, TypeInfo);
}
