namespace KubeBuilderNet.Annotations;

/// <summary>Requires a text to match a regular expression, in the syntax of RE2 that Kubernetes uses.</summary>
/// <remarks>Follows <c>+kubebuilder:validation:Pattern</c>.</remarks>
/// <param name="regex">The expression; it matches anywhere unless anchored.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum, AllowMultiple = true)]
public sealed class PatternAttribute(string regex) : SchemaAttribute
{
    /// <summary>The expression; it matches anywhere unless anchored.</summary>
    public string Regex { get; } = regex;
}
