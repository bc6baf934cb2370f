using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing;

/// <summary>What every object has: <c>apiVersion</c>, <c>kind</c> and <c>metadata</c>, with Kubernetes' own descriptions of them.</summary>
internal static class TypeMetaSchema
{
    private const string ApiVersion = """
        APIVersion defines the versioned schema of this representation of an object.
        Servers should convert recognized schemas to the latest internal value, and
        may reject unrecognized values.
        More info: https://git.k8s.io/community/contributors/devel/sig-architecture/api-conventions.md#resources
        """;

    private const string Kind = """
        Kind is a string value representing the REST resource this object represents.
        Servers may infer this from the endpoint the client submits requests to.
        Cannot be updated.
        In CamelCase.
        More info: https://git.k8s.io/community/contributors/devel/sig-architecture/api-conventions.md#types-kinds
        """;

    public static void Add(DefinitionAttributes definition, SortedDictionary<string, Schema> properties, SortedSet<string> required)
    {
        var meta = definition.TypeMeta;
        properties.Add("apiVersion", new Schema { Type = "string", Description = Description(meta, "ApiVersion", ApiVersion) });
        properties.Add("kind", new Schema { Type = "string", Description = Description(meta, "Kind", Kind) });
        properties.Add("metadata", Metadata(definition.ObjectName));
        if (meta is null)
            return;
        foreach (var name in meta.Texts("Omit"))
            properties.Remove(name);
        required.UnionWith(meta.Texts("Required"));
    }

    private static string? Description(AttributeData? meta, string name, string usual) =>
        meta?.Named(name) as string is { } text ? text.Length == 0 ? null : text : usual.Replace("\r\n", "\n");

    private static Schema Metadata(AttributeData? objectName) => objectName is null
        ? new Schema { Type = "object" }
        : new Schema
        {
            Type = "object",
            Properties = EquatableArray.Of(new SchemaProperty("name", new Schema
            {
                Type = "string",
                MinLength = objectName.Named("MinLength") as long?,
                MaxLength = objectName.Named("MaxLength") as long?,
                Pattern = objectName.Named("Pattern") as string,
            })),
        };
}
