namespace KubeBuilderNet.Annotations;

/// <summary>Keeps what the schema doesn't name, instead of pruning it.</summary>
/// <remarks>Follows <c>+kubebuilder:pruning:PreserveUnknownFields</c>.</remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum, AllowMultiple = true)]
public sealed class PreserveUnknownFieldsAttribute : SchemaAttribute;
