namespace KubeBuilderNet.Annotations;

/// <summary>An object of any properties: <c>additionalProperties: true</c>.</summary>
/// <remarks>Follows what controller-gen writes for <c>metav1.Fields</c>.</remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum, AllowMultiple = true)]
public sealed class AdditionalPropertiesAttribute : SchemaAttribute;
