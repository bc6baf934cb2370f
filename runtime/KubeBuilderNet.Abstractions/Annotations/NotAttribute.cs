namespace KubeBuilderNet.Annotations;

/// <summary>The value must not fit this.</summary>
/// <remarks>Writes <c>not</c>, which OpenAPI has and controller-gen has no marker for.</remarks>
/// <param name="alternative">A class whose attributes and properties say what is forbidden: see <see cref="AlternativeAttribute"/>.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum, AllowMultiple = true)]
public sealed class NotAttribute(Type alternative) : SchemaAttribute
{
    /// <summary>A class whose attributes and properties say what is forbidden: see <see cref="AlternativeAttribute"/>.</summary>
    public Type Alternative { get; } = alternative;
}
