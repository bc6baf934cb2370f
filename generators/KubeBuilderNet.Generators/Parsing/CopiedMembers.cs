using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing;

/// <summary>The properties that a copy can assign: its own and inherited, the most derived of each name.</summary>
internal static class CopiedMembers
{
    public static IReadOnlyList<IPropertySymbol> Of(INamedTypeSymbol type, IAssemblySymbol within, bool withPrivate)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var properties = new List<IPropertySymbol>();
        for (var declaring = type; declaring is { SpecialType: SpecialType.None }; declaring = declaring.BaseType)
        {
            foreach (var member in declaring.GetMembers())
            {
                if (member is IPropertySymbol { IsStatic: false, IsIndexer: false, SetMethod: { } setter } property
                    && CanAssign(setter, within, withPrivate && SymbolEqualityComparer.Default.Equals(declaring, type))
                    && names.Add(property.Name))
                {
                    properties.Add(property);
                }
            }
        }

        properties.Sort(static (a, b) => string.CompareOrdinal(a.Name, b.Name));
        return properties;
    }

    private static bool CanAssign(IMethodSymbol setter, IAssemblySymbol within, bool withPrivate) => setter.DeclaredAccessibility switch
    {
        Accessibility.Public => true,
        Accessibility.Internal or Accessibility.ProtectedOrInternal => SymbolEqualityComparer.Default.Equals(setter.ContainingAssembly, within),
        // Reachable from a partial declaration of the class itself.
        Accessibility.Private or Accessibility.Protected => withPrivate,
        _ => false,
    };
}
