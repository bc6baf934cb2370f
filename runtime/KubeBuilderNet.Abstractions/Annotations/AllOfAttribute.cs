namespace KubeBuilderNet.Annotations;

/// <summary>The value must fit each of these.</summary>
/// <remarks>Writes <c>allOf</c>, which OpenAPI has and controller-gen has no marker for.</remarks>
/// <param name="alternatives">Classes whose attributes and properties say what is asked: see <see cref="AlternativeAttribute"/>.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum, AllowMultiple = true)]
public sealed class AllOfAttribute(params Type[] alternatives) : SchemaAttribute
{
    /// <summary>Classes whose attributes and properties say what is asked: see <see cref="AlternativeAttribute"/>.</summary>
    public Type[] Alternatives { get; } = alternatives;
}
