namespace KubeBuilderNet.Annotations;

/// <summary>Describes the value exactly so, in place of its <c>&lt;summary&gt;</c>: for texts that a comment can't hold, and for what lies below a property.</summary>
/// <remarks>Controller-gen has no such marker: it takes what a Go comment says.</remarks>
/// <param name="text">The description; an empty text for none.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum, AllowMultiple = true)]
public sealed class SchemaDescriptionAttribute(string text) : SchemaAttribute
{
    /// <summary>The description; an empty text for none.</summary>
    public string Text { get; } = text;
}
