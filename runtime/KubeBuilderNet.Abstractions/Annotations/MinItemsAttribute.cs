namespace KubeBuilderNet.Annotations;

/// <summary>The fewest items a list may have.</summary>
/// <remarks>Follows <c>+kubebuilder:validation:MinItems</c>.</remarks>
/// <param name="count">How many.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum, AllowMultiple = true)]
public sealed class MinItemsAttribute(long count) : SchemaAttribute
{
    /// <summary>How many.</summary>
    public long Count { get; } = count;
}
