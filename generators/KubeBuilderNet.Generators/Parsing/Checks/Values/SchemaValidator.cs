using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;

namespace KubeBuilderNet.Generators.Parsing.Checks.Values;

/// <summary>Whether a JSON value fits a schema, by the rules of API servers.</summary>
/// <remarks>Where a rule can't be decided here (a pattern .NET reads differently, a CEL rule), the value fits. Unknown properties don't: they would be pruned.</remarks>
internal static class SchemaValidator
{
    private delegate string? Check(Schema schema, JsonValue value);

    private static readonly Check[] Checks =
    [
        TypeCheck.Apply, EnumCheck, NumberChecks.Range, NumberChecks.Multiple, TextChecks.Length, TextChecks.Pattern, FormatChecks.Apply,
        ListChecks.Count, ListChecks.Duplicates, ObjectChecks.Count, ObjectChecks.Required, ObjectChecks.Embedded, Alternatives,
    ];

    /// <summary>Null, or the first reason why it doesn't fit, with the place inside the value: <c>ports[0].name: …</c>.</summary>
    public static string? Validate(Schema schema, JsonValue value) => Validate(schema, value, "");

    private static string? Validate(Schema schema, JsonValue value, string path)
    {
        if (schema.Raw is { } raw)
        {
            return JsonReader.TryRead(raw, out _) is { } json && SchemaReader.TryRead(json, out _) is { } read
                ? Validate(read, value, path)
                : null;
        }
        if (value.Kind == JsonKind.Null && schema.Nullable)
            return null;
        foreach (var check in Checks)
        {
            if (check(schema, value) is { } problem)
                return path.Length == 0 ? problem : $"{path}: {problem}";
        }
        return ValidateItems(schema, value, path) ?? ValidateMembers(schema, value, path);
    }

    private static string? ValidateItems(Schema schema, JsonValue value, string path)
    {
        if (schema.Items is null)
            return null;
        for (var i = 0; i < value.Items.Count; i++)
        {
            if (Validate(schema.Items, value.Items[i], $"{path}[{i}]") is { } problem)
                return problem;
        }
        return null;
    }

    private static string? ValidateMembers(Schema schema, JsonValue value, string path)
    {
        foreach (var member in value.Members)
        {
            var below = path.Length == 0 ? member.Key : $"{path}.{member.Key}";
            var property = schema.Properties.FirstOrDefault(property => property.Name == member.Key);
            var problem = property is not null ? Validate(property.Schema, member.Value, below)
                : ReferenceEquals(schema.AdditionalProperties, Schema.Anything) ? null
                : schema.AdditionalProperties is { } values ? Validate(values, member.Value, below)
                : ObjectChecks.Knows(schema, member.Key) ? null : $"{below}: there is no such property";
            if (problem is not null)
                return problem;
        }
        return null;
    }

    private static string? EnumCheck(Schema schema, JsonValue value) =>
        schema.Enum.Count == 0 || schema.Enum.Any(json => JsonReader.TryRead(json, out _)?.IsSame(value) != false)
            ? null
            : $"{value} is none of {string.Join(", ", schema.Enum)}";

    private static string? Alternatives(Schema schema, JsonValue value)
    {
        foreach (var part in schema.AllOf)
        {
            if (Validate(Condition(part), value) is { } problem)
                return problem;
        }
        if (schema.AnyOf.Count > 0 && !schema.AnyOf.Any(part => Validate(Condition(part), value) is null))
            return $"{value} fits none of the alternatives of anyOf";
        if (schema.OneOf.Count > 0 && schema.OneOf.Count(part => Validate(Condition(part), value) is null) is not 1 and var fits)
            return $"{value} fits {fits} of the alternatives of oneOf, and should fit one";
        return schema.Not is not null && Validate(Condition(schema.Not), value) is null ? $"{value} fits what it may not" : null;
    }

    // A condition speaks of some properties; it doesn't forbid the others.
    private static Schema Condition(Schema schema) => schema with { PreserveUnknownFields = true };
}
