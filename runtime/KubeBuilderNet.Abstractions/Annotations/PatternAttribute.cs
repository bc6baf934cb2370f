namespace KubeBuilderNet.Annotations;

/// <summary>Requires a string to match a regular expression, in the syntax of RE2 that Kubernetes uses.</summary>
/// <remarks>Follows <c>+kubebuilder:validation:Pattern</c>.</remarks>
/// <param name="regex">The expression; it matches anywhere unless anchored.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PatternAttribute(string regex) : Attribute
{
    /// <summary>The expression.</summary>
    public string Regex { get; } = regex;
}
