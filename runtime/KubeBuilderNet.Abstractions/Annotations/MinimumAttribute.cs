namespace KubeBuilderNet.Annotations;

/// <summary>The least that a number may be.</summary>
/// <remarks>Follows <c>+kubebuilder:validation:Minimum</c> and <c>ExclusiveMinimum</c>.</remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum, AllowMultiple = true)]
public sealed class MinimumAttribute : SchemaAttribute
{
    /// <summary>A whole bound.</summary>
    /// <param name="value">The bound.</param>
    public MinimumAttribute(long value) => Value = value;

    /// <summary>A bound with a fraction; for numbers that aren't integers.</summary>
    /// <param name="value">The bound.</param>
    public MinimumAttribute(double value) => Value = value;

    /// <summary>The bound: a <see cref="long"/> or a <see cref="double"/>.</summary>
    public object Value { get; }

    /// <summary>Whether the bound itself is forbidden.</summary>
    public bool Exclusive { get; set; }
}
