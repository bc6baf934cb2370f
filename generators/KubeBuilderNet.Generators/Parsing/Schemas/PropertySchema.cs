using KubeBuilderNet.Generators.Model;
using KubeBuilderNet.Generators.Parsing.Defaults;
using KubeBuilderNet.Generators.Parsing.Documentation;
using KubeBuilderNet.Generators.Parsing.Rules;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing.Schemas;

/// <summary>A property's schema: that of its type, with the property's own words, default and rules; and whether it must be there.</summary>
internal static class PropertySchema
{
    public static (Schema Schema, bool IsRequired) Build(IPropertySymbol property, SchemaTarget target, SchemaBuilder builder)
    {
        var schema = builder.Build(property.Type, target);
        if (DocumentationReader.Summary(property, builder.Cancellation) is { } description)
            schema = schema with { Description = description };
        schema = ValidationRules.Apply(schema, property, target, builder);
        if (IsDeclaredRequired(property))
            return (schema, true);
        var initializer = PropertyInitializer.Read(property, builder);
        if (initializer.Default is not { } json)
            return (schema, !initializer.IsPresent && IsNonNullableReference(property) && property.DeclaringSyntaxReferences.Length > 0);
        // A zero that nobody wrote and the rules forbid can't stand in for a value.
        return initializer.IsPresent || Allows(schema, json) ? (schema with { Default = json }, false) : (schema, true);
    }

    private static bool Allows(Schema schema, string json)
    {
        if (schema.Enum.Count > 0)
            return schema.Enum.Contains(json);
        return json != "0" || (Sign(schema.Minimum) is var minimum && (minimum < 0 || (minimum == 0 && !schema.ExclusiveMinimum))
            && Sign(schema.Maximum) is var maximum && (schema.Maximum is null || maximum > 0 || (maximum == 0 && !schema.ExclusiveMaximum)));
    }

    private static int Sign(string? bound) =>
        bound is null ? -1 : bound.StartsWith("-", StringComparison.Ordinal) ? -1 : bound == "0" ? 0 : 1;

    private static bool IsDeclaredRequired(IPropertySymbol property) => property.IsRequired
        || property.FindAttribute("System.ComponentModel.DataAnnotations", "RequiredAttribute") is not null
        || property.FindAttribute("System.Text.Json.Serialization", "JsonRequiredAttribute") is not null;

    private static bool IsNonNullableReference(IPropertySymbol property) =>
        property.Type.IsReferenceType && property.NullableAnnotation == NullableAnnotation.NotAnnotated;
}
