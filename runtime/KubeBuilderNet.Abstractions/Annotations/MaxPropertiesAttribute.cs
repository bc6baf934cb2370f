namespace KubeBuilderNet.Annotations;

/// <summary>The most properties that an object, or entries that a dictionary may have.</summary>
/// <remarks>Follows <c>+kubebuilder:validation:MaxProperties</c>.</remarks>
/// <param name="count">How many.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum, AllowMultiple = true)]
public sealed class MaxPropertiesAttribute(long count) : SchemaAttribute
{
    /// <summary>How many.</summary>
    public long Count { get; } = count;
}
