using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;

namespace KubeBuilderNet.Generators.Parsing.Checks;

/// <summary><c>allOf</c>, <c>anyOf</c>, <c>oneOf</c> and <c>not</c> hold conditions only, on what the schema around them describes.</summary>
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
                Visit(part, schema, found);
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

    private static void Visit(Schema part, Schema whole, List<string> found)
    {
        if (Forbidden(part) is { } forbidden)
            found.Add($"{forbidden} can't stand in allOf, anyOf, oneOf or not; write it outside");
        if (part.Pattern is not null)
            found.AddRange(PatternChecks.Find(part).Select(problem => problem.Text));
        foreach (var property in part.Properties)
        {
            var described = whole.Properties.FirstOrDefault(outside => outside.Name == property.Name)?.Schema;
            if (described is null && !(whole.AdditionalProperties is { } values && (described = values) is not null))
                found.Add($"allOf, anyOf, oneOf or not speaks of '{property.Name}', which the schema around it doesn't have");
            else
                Visit(property.Schema, described!, found);
        }
        if (part.Items is not null)
        {
            if (whole.Items is null)
                found.Add("allOf, anyOf, oneOf or not speaks of items, which the schema around it doesn't have");
            else
                Visit(part.Items, whole.Items, found);
        }
        foreach (var inner in Parts(part))
            Visit(inner, whole, found);
    }

    private static string? Forbidden(Schema part) => part switch
    {
        { Type: not null } => "type",
        { Description: not null } => "description",
        { Title: not null } => "title",
        { Default: not null } => "default",
        { Nullable: true } => "nullable",
        { EmbeddedResource: true } or { IntOrString: true } or { PreserveUnknownFields: true } or { ListType: not null } or { MapType: not null } => "an extension",
        _ => null,
    };
}
