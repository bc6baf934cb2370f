using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;
using KubeBuilderNet.Generators.Parsing.KubernetesModels;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing.Schemas;

/// <summary>KubernetesClient's classes, by the schemas that Kubernetes publishes.</summary>
internal static class ModelSchema
{
    public static Schema? TryBuild(ITypeSymbol type, SchemaTarget target, SchemaBuilder builder)
    {
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, DeclaringSyntaxReferences.Length: 0 } named
            || !named.IsIn(KnownTypeNames.ModelsNamespace))
        {
            return null;
        }
        return builder.Models is { } resolve ? resolve(named.Name) : ModelSchemas.Of(named);
    }
}
