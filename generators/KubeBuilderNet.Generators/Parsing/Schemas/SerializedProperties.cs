using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing.Schemas;

/// <summary>A property with what its attributes say.</summary>
internal sealed record SerializedProperty(IPropertySymbol Symbol, DeclaredAttributes Attributes)
{
    public string JsonName => Attributes.JsonName ?? JsonNames.CamelCase(Symbol.Name);
}

/// <summary>The properties of a type that System.Text.Json both writes and reads, those of base classes first.</summary>
internal static class SerializedProperties
{
    public static List<SerializedProperty> Of(INamedTypeSymbol type)
    {
        var found = new List<SerializedProperty>();
        Add(type, found);
        return found;
    }

    /// <summary>The fields that System.Text.Json writes: those that ask for it.</summary>
    public static IEnumerable<IFieldSymbol> FieldsOf(INamedTypeSymbol type)
    {
        for (var current = type; current is { SpecialType: SpecialType.None } && !current.IsCustomResource(); current = current.BaseType)
        {
            foreach (var field in current.GetMembers().OfType<IFieldSymbol>())
            {
                if (field is { IsStatic: false, IsImplicitlyDeclared: false } && DeclaredAttributes.Of(field) is { IsIncluded: true, IsIgnored: false })
                    yield return field;
            }
        }
    }

    private static void Add(INamedTypeSymbol type, List<SerializedProperty> found)
    {
        if (type.BaseType is { SpecialType: SpecialType.None } @base && !@base.IsCustomResource())
            Add(@base, found);
        foreach (var member in type.GetMembers())
        {
            if (member is not IPropertySymbol { IsStatic: false, IsIndexer: false, GetMethod: not null } property)
                continue;
            var attributes = DeclaredAttributes.Of(property);
            if (!IsSerialized(property, attributes))
                continue;
            // One that overrides or hides another stands for it.
            var hidden = found.FindIndex(earlier => earlier.Symbol.Name == property.Name);
            if (hidden < 0)
                found.Add(new SerializedProperty(property, attributes));
            else
                found[hidden] = new SerializedProperty(property, attributes);
        }
    }

    private static bool IsSerialized(IPropertySymbol property, DeclaredAttributes attributes) =>
        !attributes.IsIgnored
        && (property.GetMethod!.DeclaredAccessibility == Accessibility.Public || attributes.IsIncluded)
        && (property.SetMethod is { DeclaredAccessibility: Accessibility.Public } || attributes.IsIncluded || IsConstructed(property)
            || property.OverriddenProperty is not null);

    // Without a setter, a property is read through a constructor's parameter of its name.
    private static bool IsConstructed(IPropertySymbol property)
    {
        if (property.SetMethod is not null)
            return false;
        IMethodSymbol? only = null;
        foreach (var constructor in property.ContainingType.InstanceConstructors)
        {
            if (constructor.DeclaredAccessibility != Accessibility.Public)
                continue;
            if (only is not null)
                return false;
            only = constructor;
        }
        return only is not null && only.Parameters.Any(parameter => string.Equals(parameter.Name, property.Name, StringComparison.OrdinalIgnoreCase)
            && SymbolEqualityComparer.Default.Equals(parameter.Type, property.Type));
    }
}
