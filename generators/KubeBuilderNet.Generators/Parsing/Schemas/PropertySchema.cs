using KubeBuilderNet.Generators.Diagnostics;
using KubeBuilderNet.Generators.Model;
using KubeBuilderNet.Generators.Parsing.Defaults;
using KubeBuilderNet.Generators.Parsing.Documentation;
using KubeBuilderNet.Generators.Parsing.Rules;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing.Schemas;

/// <summary>A property's schema: that of its type, with the property's own words, default and rules; and whether it must be there.</summary>
internal static class PropertySchema
{
    public static (Schema Schema, bool IsRequired) Build(SerializedProperty property, SchemaTarget target, SchemaBuilder builder)
    {
        var (symbol, attributes) = property;
        var ofType = OfType(property, target, builder);
        var schema = ofType;
        if ((attributes.Description ?? DocumentationReader.Summary(symbol, builder.Cancellation)) is { } description)
            schema = schema with { Description = description };
        schema = SchemaRules.Apply(schema, attributes.All, target, builder);
        var isRequired = symbol.IsRequired || attributes.IsRequired;
        var initializer = PropertyInitializer.Read(symbol, builder);
        if (schema.Raw is null && initializer is { IsPresent: true, Default: { } constant } && ReferenceEquals(schema.Default, ofType.Default))
            schema = schema with { Default = constant };
        if (isRequired || initializer.IsPresent || schema.Default is not null)
            return (schema, isRequired);
        if (initializer.Default is not { } zero)
            return (schema, symbol.DeclaringSyntaxReferences.Length > 0 && (IsNonNullableReference(symbol) || HasUnfitZero(symbol.Type, schema)));
        // Where an attribute says what the JSON is, the zero of the C# type means nothing.
        if (attributes.IsUnread || attributes.HasSchemaType)
            return (schema, false);
        // A zero that nobody wrote and the rules forbid can't stand in for a value.
        return Allows(schema, zero) ? (schema with { Default = zero }, false) : (schema, true);
    }

    private static Schema OfType(SerializedProperty property, SchemaTarget target, SchemaBuilder builder)
    {
        var (symbol, attributes) = property;
        if (attributes.IsUnread)
            return Schema.Empty;
        if (attributes.HasSchemaType)
            return attributes.Converter is null && builder.TryBuild(symbol.Type, target) is { } schema ? schema : Schema.PreserveAnything;
        if (attributes.Converter is not { } converter)
            return builder.Build(symbol.Type, target);
        builder.Report(DiagnosticDescriptors.UnknownJson, target, target.Name, converter.Name);
        return Schema.PreserveAnything;
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

    // What C# gives a value type that nobody set is written back and must fit as well. An enum without a member of zero doesn't, nor does a
    // struct that lacks what it requires, nor the character zero, which no YAML can hold; an ImmutableArray or JsonElement can't be written.
    private static bool HasUnfitZero(ITypeSymbol type, Schema schema)
    {
        if (!type.IsValueType || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
            return false;
        return schema.Type switch
        {
            "string" => type.TypeKind == TypeKind.Enum || type.SpecialType == SpecialType.System_Char,
            "object" => schema.Required.Count > 0,
            "array" or null => true,
            _ => false,
        };
    }

    private static bool IsNonNullableReference(IPropertySymbol property) =>
        property.Type.IsReferenceType && property.NullableAnnotation == NullableAnnotation.NotAnnotated;
}
