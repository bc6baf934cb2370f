using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;
using KubeBuilderNet.Generators.Parsing.Documentation;
using KubeBuilderNet.Generators.Parsing.Schemas;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing;

/// <summary>The schema of a whole object: what every object has, its spec, its status, and what its class declares itself.</summary>
internal static class RootSchema
{
    public static Schema Build(
        INamedTypeSymbol type, DeclaredAttributes attributes, DefinitionAttributes definition, ResourceBase @base, SchemaBuilder builder, Location? location)
    {
        var description = DocumentationReader.Summary(type, builder.Cancellation);
        if (attributes.IsUnread)
            return DeclaredType.Apply(new Schema { Description = description }, type, attributes, builder);
        var own = ObjectSchema.Members(type, builder);
        var required = new SortedSet<string>(own.Required, StringComparer.Ordinal);
        var properties = new SortedDictionary<string, Schema>(StringComparer.Ordinal);
        TypeMetaSchema.Add(definition, properties, required);
        if (@base.Spec is { } spec)
        {
            var schema = builder.Build(spec, new SchemaTarget($"{type.Name}.Spec", location));
            properties["spec"] = schema;
            if (schema.Required.Count > 0 && spec.NullableAnnotation != NullableAnnotation.Annotated)
                required.Add("spec");
        }
        if (@base.Status is { } status)
            properties["status"] = builder.Build(status, new SchemaTarget($"{type.Name}.Status", location));
        foreach (var property in own.Properties)
            properties[property.Name] = property.Schema;
        var root = own with
        {
            Description = description,
            Properties = properties.Select(property => new SchemaProperty(property.Key, property.Value)).ToEquatableArray(),
            Required = required.ToEquatableArray(),
        };
        return DeclaredType.Apply(root, type, attributes, builder);
    }
}
