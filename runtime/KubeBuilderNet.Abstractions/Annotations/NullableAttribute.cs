namespace KubeBuilderNet.Annotations;

/// <summary>Allows an explicit <c>null</c>. Not needed for <c>T?</c>, which says that the value may be missing.</summary>
/// <remarks>Follows <c>+nullable</c>.</remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum, AllowMultiple = true)]
public sealed class NullableAttribute : SchemaAttribute;
