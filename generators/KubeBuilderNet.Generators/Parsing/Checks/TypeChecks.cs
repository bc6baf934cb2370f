using KubeBuilderNet.Generators.Model;
using KubeBuilderNet.Generators.Parsing.Schemas;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing.Checks;

/// <summary>Checks what a type's own attributes made of its schema.</summary>
internal static class TypeChecks
{
    public static void Run(Schema schema, ITypeSymbol type, SchemaBuilder builder)
    {
        if (builder.Models is not null || type is not INamedTypeSymbol { SpecialType: SpecialType.None } named)
            return;
        var symbol = new CheckedSymbol(named, new SchemaTarget(named.Name, named.GetSourceLocation()), builder);
        if (!symbol.HasRules)
            return;
        NodeChecks.Run(schema, symbol);
        OneOfChecks.Run(schema, named, symbol);
    }
}
