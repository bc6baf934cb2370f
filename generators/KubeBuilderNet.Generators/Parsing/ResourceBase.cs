using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing;

/// <summary>The base class that makes a class a custom resource, with the types that it gives to spec and status.</summary>
internal sealed record ResourceBase(ITypeSymbol? Spec, ITypeSymbol? Status)
{
    public static ResourceBase? Of(INamedTypeSymbol resource)
    {
        for (var type = resource.BaseType; type is not null; type = type.BaseType)
        {
            if (type.IsCustomResource())
                return new ResourceBase(type.TypeArguments.ElementAtOrDefault(0), type.TypeArguments.ElementAtOrDefault(1));
        }
        return null;
    }
}
