using KubeBuilderNet.Generators.Model;
using KubeBuilderNet.Generators.Parsing.Naming;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing;

/// <summary>What <c>[CustomResource]</c> calls a kind, and what it is called where the attribute doesn't say.</summary>
internal static class ResourceNamesReader
{
    private const int Cluster = 1;

    public static ResourceNames Read(INamedTypeSymbol type, AttributeData attribute, string group)
    {
        var kind = attribute.Named("Kind") as string ?? type.Name;
        return new ResourceNames
        {
            Group = group,
            Kind = kind,
            Plural = attribute.Named("Plural") as string ?? Pluralizer.Pluralize(kind),
            Singular = attribute.Named("Singular") as string ?? kind.ToLowerInvariant(),
            ListKind = attribute.Named("ListKind") as string ?? kind + "List",
            Scope = attribute.Named("Scope") is Cluster ? "Cluster" : "Namespaced",
            Categories = attribute.Texts("Categories"),
            ShortNames = attribute.Texts("ShortNames"),
        };
    }
}
