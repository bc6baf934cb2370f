using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;
using KubeBuilderNet.Generators.Parsing.Documentation;
using KubeBuilderNet.Generators.Parsing.Schemas;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing;

/// <summary>The schema of a whole object: what every object has, its spec and its status.</summary>
internal static class RootSchema
{
    private static readonly Schema ApiVersion = new()
    {
        Type = "string",
        Description = "The group and version of the schema that this object follows. Servers convert it to the version they store.",
    };

    private static readonly Schema Kind = new()
    {
        Type = "string",
        Description = "What this object represents, in CamelCase. It can't be changed.",
    };

    public static Schema Build(INamedTypeSymbol type, ITypeSymbol spec, ITypeSymbol? status, SchemaBuilder builder, Location? location)
    {
        var specSchema = builder.Build(spec, new SchemaTarget($"{type.Name}.Spec", location));
        var properties = new List<SchemaProperty>
        {
            new("apiVersion", ApiVersion),
            new("kind", Kind),
            new("metadata", new Schema { Type = "object" }),
            new("spec", specSchema),
        };
        if (status is not null)
            properties.Add(new SchemaProperty("status", builder.Build(status, new SchemaTarget($"{type.Name}.Status", location))));
        return new Schema
        {
            Type = "object",
            Description = DocumentationReader.Summary(type, builder.Cancellation),
            Properties = properties.ToEquatableArray(),
            Required = specSchema.Required.Count > 0 ? EquatableArray.Of("spec") : EquatableArray<string>.Empty,
        };
    }
}
