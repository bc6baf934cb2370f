namespace KubeBuilderNet.Annotations;

/// <summary>The fewest properties that an object, or entries that a dictionary may have.</summary>
/// <remarks>Follows <c>+kubebuilder:validation:MinProperties</c>.</remarks>
/// <param name="count">How many.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum, AllowMultiple = true)]
public sealed class MinPropertiesAttribute(long count) : SchemaAttribute
{
    /// <summary>How many.</summary>
    public long Count { get; } = count;
}
