using KubeBuilderNet.Generators.Model;
using KubeBuilderNet.Generators.Parsing.Schemas;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing.Checks;

/// <summary>Checks what a type's own attributes made of its schema.</summary>
internal static class TypeChecks
{
    public static void Run(Schema schema, ITypeSymbol type, SchemaBuilder builder)
    {
        // What base classes say holds for the type, too.
        for (var current = type as INamedTypeSymbol; current is not null && builder.Models is null && DeclaredType.Is(current); current = current.BaseType)
        {
            var symbol = new CheckedSymbol(current, new SchemaTarget(current.Name, current.GetSourceLocation()), builder);
            if (!symbol.HasRules)
                continue;
            NodeChecks.Run(schema, symbol);
            OneOfChecks.Run(schema, current, symbol);
        }
    }
}
