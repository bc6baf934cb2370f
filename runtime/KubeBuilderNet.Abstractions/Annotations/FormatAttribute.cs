namespace KubeBuilderNet.Annotations;

/// <summary>Gives the format of the value, such as <c>ipv4</c>, <c>hostname</c> or <c>int64</c>, in place of the one that the C# type has.</summary>
/// <remarks>Follows <c>+kubebuilder:validation:Format</c>.</remarks>
/// <param name="name">An OpenAPI format; an empty text for none.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum, AllowMultiple = true)]
public sealed class FormatAttribute(string name) : SchemaAttribute
{
    /// <summary>An OpenAPI format; an empty text for none.</summary>
    public string Name { get; } = name;
}
