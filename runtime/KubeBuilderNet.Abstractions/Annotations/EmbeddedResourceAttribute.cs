namespace KubeBuilderNet.Annotations;

/// <summary>The value is a Kubernetes object: it has an <c>apiVersion</c>, a <c>kind</c> and <c>metadata</c>.</summary>
/// <remarks>Follows <c>+kubebuilder:validation:EmbeddedResource</c>.</remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum, AllowMultiple = true)]
public sealed class EmbeddedResourceAttribute : SchemaAttribute;
