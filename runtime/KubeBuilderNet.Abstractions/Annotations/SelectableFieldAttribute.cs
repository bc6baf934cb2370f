namespace KubeBuilderNet.Annotations;

/// <summary>Lets clients select objects by a field: <c>kubectl get --field-selector</c>. Kubernetes 1.30 and later.</summary>
/// <remarks>Follows <c>+kubebuilder:selectablefield</c>.</remarks>
/// <param name="jsonPath">Where it is: <c>.spec.color</c>. A text, an integer or a truth value, in no list.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class SelectableFieldAttribute(string jsonPath) : Attribute
{
    /// <summary>Where it is: <c>.spec.color</c>. A text, an integer or a truth value, in no list.</summary>
    public string JsonPath { get; } = jsonPath;
}
