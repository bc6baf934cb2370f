using KubeBuilderNet.Generators.Diagnostics;
using KubeBuilderNet.Generators.Model;

namespace KubeBuilderNet.Generators.Parsing.Checks;

/// <summary>Extensions that only some types can have.</summary>
internal static class ShapeChecks
{
    public static IEnumerable<Problem> Find(Schema schema)
    {
        if (schema.EmbeddedResource && schema.Type is not "object")
            yield return Misfit("EmbeddedResource", "only an object can be a Kubernetes object; use it on a class or a JsonElement");
        if (schema.PreserveUnknownFields && schema.Type is "string" or "integer" or "number" or "boolean")
            yield return Misfit("PreserveUnknownFields", "only objects and lists hold fields that could be unknown");
        if (schema.MapType is not null && schema.Type is not "object")
            yield return Misfit("MapType", "only objects and dictionaries merge so; use [ListType] for lists");
        if (schema is { IntOrString: true, PreserveUnknownFields: true })
            yield return Misfit("PreserveUnknownFields", "an integer or text has no unknown fields");
        if (schema is { IntOrString: true, Type: not null })
            yield return new Problem(DiagnosticDescriptors.ConflictingAttributes, ["IntOrStringAttribute", "SchemaTypeAttribute"], "[IntOrString] is a type of its own; leave [SchemaType] out");
        if (schema.Nullable && schema.Default == "null" && schema.Enum.Count > 0 && !schema.Enum.Contains("null"))
            yield return new Problem(DiagnosticDescriptors.ConflictingAttributes, ["NullableAttribute"], "the default null is none of the values of the enum");
    }

    private static Problem Misfit(string attribute, string text) => new(DiagnosticDescriptors.InapplicableRule, [attribute + "Attribute"], attribute, text);
}
