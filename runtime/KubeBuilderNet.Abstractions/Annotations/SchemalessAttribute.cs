namespace KubeBuilderNet.Annotations;

/// <summary>Leaves the C# type unread: the schema is what the other attributes say, and nothing else.</summary>
/// <remarks>Follows <c>+kubebuilder:validation:Schemaless</c>.</remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum, AllowMultiple = true)]
public sealed class SchemalessAttribute : SchemaAttribute;
