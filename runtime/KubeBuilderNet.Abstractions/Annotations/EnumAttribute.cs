namespace KubeBuilderNet.Annotations;

/// <summary>Names the only values there may be, as constants. A C# enum says it better where all values are texts.</summary>
/// <remarks>Follows <c>+kubebuilder:validation:Enum</c>.</remarks>
/// <param name="values">Texts, numbers, truth values, members of enums, or null.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum, AllowMultiple = true)]
public sealed class EnumAttribute(params object?[] values) : SchemaAttribute
{
    /// <summary>Texts, numbers, truth values, members of enums, or null.</summary>
    public object?[] Values { get; } = values;
}
