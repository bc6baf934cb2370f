namespace KubeBuilderNet.Annotations;

/// <summary>The most items a list may have.</summary>
/// <remarks>Follows <c>+kubebuilder:validation:MaxItems</c>.</remarks>
/// <param name="count">How many.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum, AllowMultiple = true)]
public sealed class MaxItemsAttribute(long count) : SchemaAttribute
{
    /// <summary>How many.</summary>
    public long Count { get; } = count;
}
