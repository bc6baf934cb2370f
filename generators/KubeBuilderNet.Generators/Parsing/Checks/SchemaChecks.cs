using KubeBuilderNet.Generators.Model;

namespace KubeBuilderNet.Generators.Parsing.Checks;

/// <summary>What must be right at one node of a schema, whatever is around and below it.</summary>
internal static class SchemaChecks
{
    private static readonly Func<Schema, IEnumerable<Problem>>[] Checks =
    [
        LimitChecks.Find, PatternChecks.Find, ListTypeChecks.Find, CelRuleChecks.Find, DocumentationChecks.Find, ShapeChecks.Find, ValueChecks.Find,
    ];

    /// <summary>The problems, those of values last: a value is only checked against a schema that is right.</summary>
    public static IEnumerable<Problem> Find(Schema schema)
    {
        if (schema.Raw is not null)
            return RawSchemaChecks.Find(schema.Raw);
        return Checks.Select(check => check(schema).ToList()).FirstOrDefault(found => found.Count > 0) ?? [];
    }
}
