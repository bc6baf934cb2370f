using KubeBuilderNet.Generators.Infrastructure;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing;

/// <summary>The resource that a class stands for, read where another class mentions it.</summary>
internal sealed record ResourceReference(string Group, string Version, string Kind, string Plural, bool HasStatus)
{
    private const int ClusterScope = 1;

    /// <summary>Whether its objects have no namespace; not known of built-in kinds.</summary>
    public bool IsClusterScoped { get; init; }

    /// <summary>By the class's <c>[CustomResource]</c>, or by KubernetesClient's attribute, which the compiled ones have; null without either.</summary>
    public static ResourceReference? Of(INamedTypeSymbol type)
    {
        foreach (var attribute in type.GetAttributes())
        {
            if (attribute.AttributeClass.Is(KnownTypeNames.Annotations, "CustomResourceAttribute"))
                return OfCustomResource(type, attribute);
            if (attribute.AttributeClass.Is(KnownTypeNames.ModelsNamespace, "KubernetesEntityAttribute"))
                return OfEntity(type, attribute);
        }
        return null;
    }

    private static ResourceReference? OfCustomResource(INamedTypeSymbol type, AttributeData attribute)
    {
        if (attribute.Argument(0) is not string group || attribute.Argument(1) is not string version)
            return null;
        var names = ResourceNamesReader.Read(type, attribute, group);
        return new ResourceReference(group, version, names.Kind, names.Plural, DeclaresStatus(type))
        {
            IsClusterScoped = attribute.Named("Scope") is ClusterScope,
        };
    }

    private static ResourceReference? OfEntity(INamedTypeSymbol type, AttributeData attribute) =>
        attribute.Named("ApiVersion") is string version && attribute.Named("Kind") is string kind && attribute.Named("PluralName") is string plural
            ? new ResourceReference(attribute.Named("Group") as string ?? "", version, kind, plural, DeclaresStatus(type))
            : null;

    private static bool DeclaresStatus(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.GetMembers("Status").Any(member => member is IPropertySymbol))
                return true;
        }
        return false;
    }
}
