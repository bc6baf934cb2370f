namespace KubeBuilderNet.Annotations;

/// <summary>API servers don't serve this version any more.</summary>
/// <remarks>Follows <c>+kubebuilder:unservedversion</c>.</remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class UnservedVersionAttribute : Attribute;
