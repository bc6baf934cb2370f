using KubeBuilderNet.Generators.Diagnostics;
using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;
using KubeBuilderNet.Generators.Parsing.Rules;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing.Schemas;

/// <summary>The conditions of a class with <c>[Alternative]</c>: what may stand in <c>allOf</c>, <c>anyOf</c>, <c>oneOf</c> and <c>not</c>.</summary>
internal static class AlternativeSchema
{
    public static Schema Build(INamedTypeSymbol type, SchemaBuilder builder)
    {
        var target = new SchemaTarget(type.Name, type.GetSourceLocation());
        if (builder.Open.Exists(open => SymbolEqualityComparer.Default.Equals(open.Type, type)))
        {
            builder.Report(DiagnosticDescriptors.RecursiveType, target, type.Name, $"{type.Name} -> {type.Name}");
            return Schema.Empty;
        }
        builder.Open.Add((type, target.Name));
        var conditions = Build(type, target, builder);
        builder.Open.RemoveAt(builder.Open.Count - 1);
        return conditions;
    }

    private static Schema Build(INamedTypeSymbol type, SchemaTarget target, SchemaBuilder builder)
    {
        var conditions = new Schema();
        var properties = new SortedDictionary<string, Schema>(StringComparer.Ordinal);
        var required = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var property in SerializedProperties.Of(type))
        {
            var schema = OfProperty(property, type, builder);
            if (property.Attributes.IsItems)
            {
                conditions = conditions with { Items = schema };
                continue;
            }
            properties[property.JsonName] = schema;
            if (property.Symbol.IsRequired || property.Attributes.IsRequired)
                required.Add(property.JsonName);
        }
        conditions = conditions with
        {
            // One that only asks for a property to be there says nothing about it.
            Properties = properties.Where(property => property.Value != Schema.Empty || !required.Contains(property.Key))
                .Select(property => new SchemaProperty(property.Key, property.Value)).ToEquatableArray(),
            Required = required.ToEquatableArray(),
        };
        return Bare(SchemaRules.Apply(conditions, type.GetAttributes(), target, builder));
    }

    private static Schema OfProperty(SerializedProperty property, INamedTypeSymbol type, SchemaBuilder builder)
    {
        var target = new SchemaTarget($"{type.Name}.{property.Symbol.Name}", property.Symbol.GetSourceLocation());
        var schema = property.Symbol.Type is INamedTypeSymbol named && DeclaredAttributes.Of(named).IsAlternative
            ? Build(named, builder)
            : new Schema { Type = builder.Build(property.Symbol.Type, target).Type };
        return Bare(SchemaRules.Apply(schema, property.Attributes.All, target, builder));
    }

    // API servers want all of these outside of conditions.
    private static Schema Bare(Schema schema) => schema with
    {
        Type = null,
        Default = null,
        Description = null,
        Title = null,
        Nullable = false,
        EmbeddedResource = false,
        IntOrString = false,
        ListMapKeys = EquatableArray<string>.Empty,
        ListType = null,
        MapType = null,
        PreserveUnknownFields = false,
        CelRules = EquatableArray<CelRule>.Empty,
    };
}
