using System.Text.Json.Serialization;
using k8s;
using k8s.Models;

namespace KubeBuilderNet;

/// <summary>The base of a custom resource: what every object has, whatever its spec.</summary>
/// <remarks>
/// Derive from <see cref="CustomResource{TSpec}"/> or <see cref="CustomResource{TSpec, TStatus}"/> and put
/// <see cref="Annotations.CustomResourceAttribute"/> on the class. The class must be partial: the source generator adds what
/// KubernetesClient looks for, <c>DeepCopy()</c>, and the kind that the constructor here fills in.
/// </remarks>
public abstract class CustomResource : IKubernetesObject<V1ObjectMeta>
{
    /// <summary>Makes an object with its <c>apiVersion</c> and <c>kind</c> set and empty metadata.</summary>
    protected CustomResource()
    {
        var kind = GetGroupVersionKind();
        ApiVersion = kind.ApiVersion;
        Kind = kind.Kind;
    }

    /// <inheritdoc/>
    [JsonPropertyOrder(-4)]
    public string ApiVersion { get; set; }

    /// <inheritdoc/>
    [JsonPropertyOrder(-3)]
    public string Kind { get; set; }

    /// <summary>The object's name, namespace, labels, owners and all else that the API server keeps of it. Never null by itself.</summary>
    [JsonPropertyOrder(-2)]
    public V1ObjectMeta Metadata { get; set; } = new();

    /// <summary>The kind of this class. The generator overrides it; without the generator it is read from the class's attribute.</summary>
    /// <remarks>Called by the constructor, so an override may use no state of its own.</remarks>
    protected virtual GroupVersionKind GetGroupVersionKind() => ResourceDefinition.Of(GetType()).Kind;
}

/// <summary>A custom resource with a spec and no status.</summary>
/// <typeparam name="TSpec">What the user wants. It may have <c>required</c> members: there is no <c>new()</c> constraint.</typeparam>
public abstract class CustomResource<TSpec> : CustomResource, ISpec<TSpec>
    where TSpec : class?
{
    /// <summary>What the user wants. Null only while nobody has set it, or when the object was stored without one.</summary>
    [JsonPropertyOrder(-1)]
    public TSpec Spec { get; set; } = null!;
}

/// <summary>A custom resource with a spec and a status.</summary>
/// <typeparam name="TSpec">What the user wants.</typeparam>
/// <typeparam name="TStatus">What the operator found. The CRD gets the <c>status</c> subresource.</typeparam>
public abstract class CustomResource<TSpec, TStatus> : CustomResource<TSpec>, IStatus<TStatus?>
    where TSpec : class?
    where TStatus : class
{
    /// <summary>What the operator found; null until it has reported for the first time.</summary>
    public TStatus? Status { get; set; }
}
