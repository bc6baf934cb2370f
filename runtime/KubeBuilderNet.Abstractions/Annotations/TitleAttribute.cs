namespace KubeBuilderNet.Annotations;

/// <summary>A title for the value.</summary>
/// <remarks>Follows <c>+kubebuilder:title</c>.</remarks>
/// <param name="text">The title.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum, AllowMultiple = true)]
public sealed class TitleAttribute(string text) : SchemaAttribute
{
    /// <summary>The title.</summary>
    public string Text { get; } = text;
}
