namespace KubeBuilderNet.Annotations;

/// <summary>Gives the JSON type in place of the one that the C# type has: for types with a converter of their own.</summary>
/// <remarks>Follows <c>+kubebuilder:validation:Type</c>.</remarks>
/// <param name="type"><c>string</c>, <c>integer</c>, <c>number</c>, <c>boolean</c>, <c>object</c> or <c>array</c>; an empty text for none.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum, AllowMultiple = true)]
public sealed class SchemaTypeAttribute(string type) : SchemaAttribute
{
    /// <summary><c>string</c>, <c>integer</c>, <c>number</c>, <c>boolean</c>, <c>object</c> or <c>array</c>; an empty text for none.</summary>
    public string Type { get; } = type;
}
