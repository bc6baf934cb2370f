using KubeBuilderNet.Generators.Diagnostics;
using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;
using KubeBuilderNet.Generators.Parsing.Checks;
using KubeBuilderNet.Generators.Parsing.Documentation;
using KubeBuilderNet.Generators.Parsing.Rules;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing.Schemas;

/// <summary>Classes, records and structs of the user's: an object with their properties.</summary>
internal static class ObjectSchema
{
    public static Schema? TryBuild(ITypeSymbol type, SchemaTarget target, SchemaBuilder builder)
    {
        // Classes of .NET that no other function knows have no schema of their own: their JSON isn't their properties.
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, IsTupleType: false } named || Platform.Owns(named))
            return null;
        if (named.IsAbstract)
            return builder.Unsupported(type, target, "an abstract class can't be made from JSON; use a class that can");
        if (ClosesCycle(named, target, builder))
            return Schema.PreserveAnything;
        builder.Open.Add((named, target.Name));
        var schema = Members(named, builder);
        builder.Open.RemoveAt(builder.Open.Count - 1);
        return schema with { Description = DocumentationReader.Summary(named, builder.Cancellation) };
    }

    /// <summary>The schema of what the type declares: its properties, and the rules that these put on it.</summary>
    public static Schema Members(INamedTypeSymbol type, SchemaBuilder builder)
    {
        var properties = new SortedDictionary<string, Schema>(StringComparer.Ordinal);
        var owners = new Dictionary<string, IPropertySymbol>(StringComparer.Ordinal);
        var required = new SortedSet<string>(StringComparer.Ordinal);
        var open = false;
        List<CelRule>? rules = null;
        foreach (var property in SerializedProperties.Of(type))
        {
            if (property.Attributes.IsExtensionData)
            {
                open = true;
                continue;
            }
            var name = property.JsonName;
            var target = new SchemaTarget($"{type.Name}.{property.Symbol.Name}", property.Symbol.GetSourceLocation() ?? type.GetSourceLocation());
            if (owners.TryGetValue(name, out var other))
            {
                builder.Report(DiagnosticDescriptors.NameConflict, target, $"{type.Name}.{other.Name}", target.Name, name);
                continue;
            }
            owners.Add(name, property.Symbol);
            var (schema, isRequired) = PropertySchema.Build(property, target, builder);
            PropertyChecks.Run(schema, property.Symbol, target, builder);
            properties.Add(name, schema);
            if (isRequired)
                required.Add(name);
            else if (property.Attributes.IsImmutable)
                (rules ??= []).Add(CelRules.OnceSet(name));
        }
        foreach (var field in SerializedProperties.FieldsOf(type))
            builder.Report(DiagnosticDescriptors.UnreadField, new SchemaTarget(type.Name, field.GetSourceLocation() ?? type.GetSourceLocation()), $"{field.ContainingType.Name}.{field.Name}");
        return new Schema
        {
            Type = "object",
            Properties = properties.Select(property => new SchemaProperty(property.Key, property.Value)).ToEquatableArray(),
            Required = required.ToEquatableArray(),
            PreserveUnknownFields = open,
            CelRules = rules?.ToEquatableArray() ?? EquatableArray<CelRule>.Empty,
        };
    }

    private static bool ClosesCycle(INamedTypeSymbol type, SchemaTarget target, SchemaBuilder builder)
    {
        var first = builder.Open.FindIndex(open => SymbolEqualityComparer.Default.Equals(open.Type, type));
        if (first < 0)
            return false;
        var names = builder.Open.Skip(first).Select(open => open.Type.Name).Concat([type.Name]);
        builder.Report(DiagnosticDescriptors.RecursiveType, target, target.Name, string.Join(" -> ", names));
        return true;
    }
}
