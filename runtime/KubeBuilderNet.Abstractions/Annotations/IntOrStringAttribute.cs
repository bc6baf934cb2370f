namespace KubeBuilderNet.Annotations;

/// <summary>The value is an integer or a text. KubernetesClient's <c>IntOrString</c> says the same.</summary>
/// <remarks>Follows <c>+kubebuilder:validation:XIntOrString</c>.</remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum, AllowMultiple = true)]
public sealed class IntOrStringAttribute : SchemaAttribute
{
    /// <summary>Whether <c>anyOf</c> says so once more, for readers that don't know the extension.</summary>
    /// <value>Default: true, as controller-gen writes it.</value>
    public bool AnyOf { get; set; } = true;
}
