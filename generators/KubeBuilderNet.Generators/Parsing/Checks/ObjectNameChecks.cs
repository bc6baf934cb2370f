using KubeBuilderNet.Generators.Model;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing.Checks;

/// <summary>What is asked of objects' names is possible.</summary>
internal static class ObjectNameChecks
{
    public static IEnumerable<(AttributeData Cause, Problem Problem)> Find(INamedTypeSymbol type, Schema schema) =>
        from attribute in type.Attributes("ObjectNameAttribute")
        let name = new Schema
        {
            Type = "string",
            Pattern = attribute.Named("Pattern") as string,
            MinLength = attribute.Named("MinLength") as long?,
            MaxLength = attribute.Named("MaxLength") as long?,
        }
        from problem in SchemaChecks.Find(name)
        select (attribute, problem);
}
