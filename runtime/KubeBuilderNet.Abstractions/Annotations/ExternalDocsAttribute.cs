namespace KubeBuilderNet.Annotations;

/// <summary>Where more is written about the value.</summary>
/// <remarks>Follows <c>+kubebuilder:externalDocs</c>.</remarks>
/// <param name="url">An absolute URL.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum, AllowMultiple = true)]
public sealed class ExternalDocsAttribute(string url) : SchemaAttribute
{
    /// <summary>An absolute URL.</summary>
    public string Url { get; } = url;

    /// <summary>What is found there.</summary>
    public string? Description { get; set; }
}
