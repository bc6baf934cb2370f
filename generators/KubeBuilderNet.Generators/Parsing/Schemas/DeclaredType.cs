using KubeBuilderNet.Generators.Diagnostics;
using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;
using KubeBuilderNet.Generators.Parsing.Documentation;
using KubeBuilderNet.Generators.Parsing.Rules;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing.Schemas;

/// <summary>A type that a user wrote: what its C# says, and then what its attributes and those of its base classes say.</summary>
internal static class DeclaredType
{
    /// <summary>Whether somebody wrote the type who could put attributes on it.</summary>
    public static bool Is(INamedTypeSymbol type) => !Platform.Owns(type)
        && (type.DeclaringSyntaxReferences.Length > 0 || !type.IsIn(KnownTypeNames.ModelsNamespace));

    public static Schema Build(INamedTypeSymbol type, SchemaTarget target, SchemaBuilder builder)
    {
        var attributes = DeclaredAttributes.Of(type);
        return Apply(Read(type, attributes, target, builder), type, attributes, builder);
    }

    /// <summary>The schema with what the type's attributes say.</summary>
    public static Schema Apply(Schema schema, INamedTypeSymbol type, DeclaredAttributes attributes, SchemaBuilder builder)
    {
        var members = schema.CelRules;
        schema = WithAttributes(schema with { CelRules = EquatableArray<CelRule>.Empty }, type, attributes, builder);
        if (attributes.Description is { } description && schema.Raw is null)
            schema = schema with { Description = description };
        return members.Count == 0 ? schema : schema with { CelRules = members.Concat(schema.CelRules).ToEquatableArray() };
    }

    private static Schema Read(INamedTypeSymbol type, DeclaredAttributes attributes, SchemaTarget target, SchemaBuilder builder)
    {
        if (attributes.IsUnread)
            return new Schema { Description = DocumentationReader.Summary(type, builder.Cancellation) };
        if (attributes.Converter is not { } converter)
            return builder.BuildKnown(type, target);
        if (attributes.HasSchemaType)
            return Schema.PreserveAnything with { Description = DocumentationReader.Summary(type, builder.Cancellation) };
        builder.Report(DiagnosticDescriptors.UnknownJson, target, target.Name, converter.Name);
        return Schema.PreserveAnything;
    }

    private static Schema WithAttributes(Schema schema, INamedTypeSymbol type, DeclaredAttributes attributes, SchemaBuilder builder)
    {
        if (type.BaseType is { SpecialType: SpecialType.None } @base && Is(@base) && !@base.IsCustomResource())
            schema = WithAttributes(schema, @base, DeclaredAttributes.Of(@base), builder);
        if (attributes.All.IsEmpty)
            return schema;
        schema = SchemaRules.Apply(schema, attributes.All, new SchemaTarget(type.Name, type.GetSourceLocation()), builder);
        return OneOfGroups.Apply(schema, attributes.All, type);
    }
}
