namespace KubeBuilderNet.Annotations;

/// <summary>A label of the CustomResourceDefinition itself.</summary>
/// <remarks>Follows <c>+kubebuilder:metadata</c>.</remarks>
/// <param name="key">Its key, such as <c>app.kubernetes.io/part-of</c>.</param>
/// <param name="value">Its value.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class DefinitionLabelAttribute(string key, string value) : Attribute
{
    /// <summary>Its key.</summary>
    public string Key { get; } = key;

    /// <summary>Its value.</summary>
    public string Value { get; } = value;
}
