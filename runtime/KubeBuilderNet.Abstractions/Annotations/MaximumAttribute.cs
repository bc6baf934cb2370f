namespace KubeBuilderNet.Annotations;

/// <summary>The most that a number may be.</summary>
/// <remarks>Follows <c>+kubebuilder:validation:Maximum</c> and <c>ExclusiveMaximum</c>.</remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum, AllowMultiple = true)]
public sealed class MaximumAttribute : SchemaAttribute
{
    /// <summary>A whole bound.</summary>
    /// <param name="value">The bound.</param>
    public MaximumAttribute(long value) => Value = value;

    /// <summary>A bound with a fraction; for numbers that aren't integers.</summary>
    /// <param name="value">The bound.</param>
    public MaximumAttribute(double value) => Value = value;

    /// <summary>The bound: a <see cref="long"/> or a <see cref="double"/>.</summary>
    public object Value { get; }

    /// <summary>Whether the bound itself is forbidden.</summary>
    public bool Exclusive { get; set; }
}
