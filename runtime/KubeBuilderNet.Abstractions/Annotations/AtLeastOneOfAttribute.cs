namespace KubeBuilderNet.Annotations;

/// <summary>At least one of these properties must be set.</summary>
/// <remarks>Follows <c>+kubebuilder:validation:AtLeastOneOf</c>.</remarks>
/// <param name="properties">Their names, in C# or in JSON: <c>nameof(Url)</c>. They must be optional.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true)]
public sealed class AtLeastOneOfAttribute(params string[] properties) : Attribute
{
    /// <summary>Their names, in C# or in JSON: <c>nameof(Url)</c>. They must be optional.</summary>
    public string[] Properties { get; } = properties;
}
