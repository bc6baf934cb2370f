namespace KubeBuilderNet.Annotations;

/// <summary>Makes a class a list of conditions for <see cref="AnyOfAttribute"/> and its like. It is never instantiated.</summary>
/// <remarks>
/// <para>Attributes of the class are conditions on the value. A property, by its JSON name, puts the conditions of its attributes on the property
/// of that name, and is required if it has the <c>required</c> keyword; when its type is another alternative, that one's conditions, too.
/// A property <c>Items</c> with <see cref="ItemsAttribute"/> puts them on each item of a list.</para>
/// <para>API servers want types, descriptions, defaults and extensions outside of conditions, so none of these is written.</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class AlternativeAttribute : Attribute;
