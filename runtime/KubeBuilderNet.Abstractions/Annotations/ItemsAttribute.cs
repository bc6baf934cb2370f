namespace KubeBuilderNet.Annotations;

/// <summary>In a class with <see cref="AlternativeAttribute"/>: the property's conditions are those of each item of the list.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ItemsAttribute : Attribute;
