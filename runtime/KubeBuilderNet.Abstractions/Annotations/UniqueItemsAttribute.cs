namespace KubeBuilderNet.Annotations;

/// <summary>Refused, with the advice to use <see cref="ListTypeAttribute"/>: API servers don't accept <c>uniqueItems</c>.</summary>
/// <remarks>Follows <c>+kubebuilder:validation:UniqueItems</c>.</remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum, AllowMultiple = true)]
public sealed class UniqueItemsAttribute : SchemaAttribute;
