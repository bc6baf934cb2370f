namespace KubeBuilderNet.Annotations;

/// <summary>Leaves this version out of the definition.</summary>
/// <remarks>Follows <c>+kubebuilder:skipversion</c>.</remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class SkipVersionAttribute : Attribute;
