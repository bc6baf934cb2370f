namespace KubeBuilderNet.Annotations;

/// <summary>A rule in the Common Expression Language, which API servers check: <c>self.min &lt;= self.max</c>.</summary>
/// <remarks>
/// Follows <c>+kubebuilder:validation:XValidation</c> and
/// https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#validation-rules.
/// Rules of a property stand before those of its type.
/// </remarks>
/// <param name="rule">The expression; <c>self</c> is the value, <c>oldSelf</c> the one before.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum, AllowMultiple = true)]
public sealed class CelRuleAttribute(string rule) : SchemaAttribute
{
    /// <summary>The expression.</summary>
    public string Rule { get; } = rule;

    /// <summary>What is said when it isn't fulfilled; required when the rule has line breaks.</summary>
    public string? Message { get; set; }

    /// <summary>An expression that makes the message.</summary>
    public string? MessageExpression { get; set; }

    /// <summary>The reason in the answer.</summary>
    /// <value>Default: none is written, which means <see cref="CelReason.FieldValueInvalid"/>.</value>
    public CelReason Reason { get; set; }

    /// <summary>The property that the failure is reported at, relative to this value: <c>.max</c>.</summary>
    public string? FieldPath { get; set; }

    /// <summary>Whether the rule runs at creation too, with <c>oldSelf</c> an optional.</summary>
    public bool OptionalOldSelf { get; set; }
}
