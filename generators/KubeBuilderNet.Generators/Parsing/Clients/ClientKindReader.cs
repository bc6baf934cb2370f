using KubeBuilderNet.Generators.Model;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing.Clients;

/// <summary>Reads what client sets and listers say of a kind.</summary>
internal static class ClientKindReader
{
    /// <summary>Null when no other class can name this one: it is private, of one file, or has type parameters.</summary>
    public static ClientKind? Read(INamedTypeSymbol type, CustomResourceIdentity identity)
    {
        var isPublic = true;
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (current.Arity > 0 || current.IsFileLocal || !IsSeen(current))
                return null;
            isPublic &= current.DeclaredAccessibility == Accessibility.Public;
        }
        var names = identity.Names;
        return new ClientKind(
            identity.Namespace, type.GlobalName(),
            isPublic, Property(type.Name, names), names.Group, identity.Version, names.Plural, names.Scope == "Namespaced");
    }

    // The letters that class and plural have in common are spelled as in the class: HTTPProxy and httpproxies are HTTPProxies. But for
    // that spelling the property is the plural, so two resources of a group never share one.
    private static string Property(string type, ResourceNames names)
    {
        var word = string.Equals(type, names.Kind, StringComparison.OrdinalIgnoreCase) ? type : names.Kind;
        var common = 0;
        while (common < word.Length && common < names.Plural.Length && char.ToLowerInvariant(word[common]) == names.Plural[common])
            common++;
        return ClientSetNames.Capitalized((word.Substring(0, common) + names.Plural.Substring(common)).Replace('-', '_'));
    }

    private static bool IsSeen(INamedTypeSymbol type) =>
        type.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal;
}
