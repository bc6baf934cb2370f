using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;
using KubeBuilderNet.Generators.Parsing.Checks.Re2;

namespace KubeBuilderNet.Generators.Parsing.Checks;

/// <summary><c>allOf</c>, <c>anyOf</c>, <c>oneOf</c> and <c>not</c> hold conditions only; what a value is stands outside of them.</summary>
internal static class ConditionChecks
{
    public static IEnumerable<string> Find(Schema schema)
    {
        if (schema.AllOf.Count + schema.AnyOf.Count + schema.OneOf.Count == 0 && schema.Not is null)
            return [];
        var found = new List<string>();
        foreach (var part in Parts(schema))
        {
            if (!IsOfIntOrString(schema, part))
                Visit(part, found);
        }
        return found;
    }

    private static IEnumerable<Schema> Parts(Schema schema)
    {
        var parts = schema.AllOf.Concat(schema.AnyOf).Concat(schema.OneOf);
        return schema.Not is null ? parts : parts.Concat([schema.Not]);
    }

    // anyOf with the two types is how x-kubernetes-int-or-string is said to readers that don't know it.
    private static bool IsOfIntOrString(Schema schema, Schema part) => schema.IntOrString
        && (IsIntegerOrText(schema.AnyOf) ? schema.AnyOf.Contains(part) : schema.AllOf.Count > 0 && IsIntegerOrText(schema.AllOf[0].AnyOf) && schema.AllOf[0].Equals(part));

    private static bool IsIntegerOrText(EquatableArray<Schema> parts) =>
        parts.Count == 2 && parts[0].Equals(new Schema { Type = "integer" }) && parts[1].Equals(new Schema { Type = "string" });

    private static void Visit(Schema part, List<string> found)
    {
        if (Forbidden(part) is { } forbidden)
            found.Add($"{forbidden} can't stand in allOf, anyOf, oneOf or not; write it outside");
        if (part.Pattern is { } pattern && Re2Syntax.Check(pattern) is { } problem)
            found.Add(problem);
        foreach (var property in part.Properties)
            Visit(property.Schema, found);
        if (part.Items is not null)
            Visit(part.Items, found);
        foreach (var inner in Parts(part))
            Visit(inner, found);
    }

    private static string? Forbidden(Schema part) => part switch
    {
        { Type: not null } => "type",
        { Description: not null } => "description",
        { Title: not null } => "title",
        { Default: not null } => "default",
        { AdditionalProperties: not null } => "additionalProperties",
        { CelRules.Count: > 0 } => "a CEL rule",
        { Nullable: true } => "nullable",
        { EmbeddedResource: true } or { IntOrString: true } or { PreserveUnknownFields: true } or { ListType: not null } or { MapType: not null } => "an extension",
        _ => null,
    };
}
