using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing.Schemas;

/// <summary>The properties of a type that System.Text.Json both writes and reads, those of base classes first.</summary>
internal static class SerializedProperties
{
    public static List<IPropertySymbol> Of(INamedTypeSymbol type)
    {
        var found = new List<IPropertySymbol>();
        Add(type, found);
        return found;
    }

    private static void Add(INamedTypeSymbol type, List<IPropertySymbol> found)
    {
        if (type.BaseType is { SpecialType: SpecialType.None } @base)
            Add(@base, found);
        foreach (var member in type.GetMembers())
        {
            if (member is not IPropertySymbol property || !IsSerialized(property))
                continue;
            // One that overrides or hides another stands for it.
            var hidden = found.FindIndex(earlier => earlier.Name == property.Name);
            if (hidden < 0)
                found.Add(property);
            else
                found[hidden] = property;
        }
    }

    private static bool IsSerialized(IPropertySymbol property) =>
        property is { IsStatic: false, IsIndexer: false, GetMethod: { } getter }
        && (getter.DeclaredAccessibility == Accessibility.Public || IsIncluded(property))
        && (property.SetMethod is { DeclaredAccessibility: Accessibility.Public } || IsIncluded(property) || IsConstructed(property)
            || property.OverriddenProperty is not null)
        && !JsonNames.IsIgnored(property);

    private static bool IsIncluded(IPropertySymbol property) =>
        property.FindAttribute("System.Text.Json.Serialization", "JsonIncludeAttribute") is not null;

    // Without a setter, a property is read through a constructor's parameter of its name.
    private static bool IsConstructed(IPropertySymbol property)
    {
        if (property.SetMethod is not null)
            return false;
        var constructors = property.ContainingType.InstanceConstructors.Where(c => c.DeclaredAccessibility == Accessibility.Public).ToList();
        return constructors.Count == 1 && constructors[0].Parameters.Any(p => string.Equals(p.Name, property.Name, StringComparison.OrdinalIgnoreCase)
            && SymbolEqualityComparer.Default.Equals(p.Type, property.Type));
    }
}
