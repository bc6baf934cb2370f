namespace KubeBuilderNet.Annotations;

/// <summary>Exactly one of these properties must be set.</summary>
/// <remarks>Follows <c>+kubebuilder:validation:ExactlyOneOf</c>.</remarks>
/// <param name="properties">Their names, in C# or in JSON: <c>nameof(Url)</c>. They must be optional.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true)]
public sealed class ExactlyOneOfAttribute(params string[] properties) : Attribute
{
    /// <summary>Their names, in C# or in JSON: <c>nameof(Url)</c>. They must be optional.</summary>
    public string[] Properties { get; } = properties;
}
