using KubeBuilderNet.Generators.Model;
using KubeBuilderNet.Generators.Parsing.Schemas;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing.Checks;

/// <summary>Checks what a property's attributes and its initializer made of its schema.</summary>
internal static class PropertyChecks
{
    public static void Run(Schema schema, IPropertySymbol property, SchemaTarget target, SchemaBuilder builder)
    {
        if (builder.Models is not null)
            return;
        var symbol = new CheckedSymbol(property, target, builder);
        if (symbol.HasRules || schema.Default is not null)
            NodeChecks.Run(schema, symbol);
    }
}
