namespace KubeBuilderNet.Annotations;

/// <summary>The fewest characters a text may have. DataAnnotations' <c>[MinLength]</c> says the same, without <see cref="SchemaAttribute.At"/>.</summary>
/// <remarks>Follows <c>+kubebuilder:validation:MinLength</c>.</remarks>
/// <param name="length">Characters, counted as Unicode code points.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum, AllowMultiple = true)]
public sealed class MinimumLengthAttribute(long length) : SchemaAttribute
{
    /// <summary>Characters, counted as Unicode code points.</summary>
    public long Length { get; } = length;
}
