namespace KubeBuilderNet.Annotations;

/// <summary>Requires a number to be a multiple of another, which is above zero.</summary>
/// <remarks>Follows <c>+kubebuilder:validation:MultipleOf</c>.</remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum, AllowMultiple = true)]
public sealed class MultipleOfAttribute : SchemaAttribute
{
    /// <summary>A whole divisor.</summary>
    /// <param name="value">The divisor.</param>
    public MultipleOfAttribute(long value) => Value = value;

    /// <summary>A divisor with a fraction; for numbers that aren't integers.</summary>
    /// <param name="value">The divisor.</param>
    public MultipleOfAttribute(double value) => Value = value;

    /// <summary>The divisor: a <see cref="long"/> or a <see cref="double"/>.</summary>
    public object Value { get; }
}
