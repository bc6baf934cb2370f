namespace KubeBuilderNet.Annotations;

/// <summary>The value can't be changed once it is set; and, when the property is optional, it can't be removed again.</summary>
/// <remarks>Follows <c>+k8s:immutable</c>: a rule at the property and, when it is optional, one at the class around it.</remarks>
[AttributeUsage(AttributeTargets.Property, Inherited = false)]
public sealed class ImmutableAttribute : Attribute;
