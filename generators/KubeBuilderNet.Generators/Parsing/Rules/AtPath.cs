using KubeBuilderNet.Generators.Model;

namespace KubeBuilderNet.Generators.Parsing.Rules;

/// <summary>Finds the node that an attribute's <c>At</c> names, and rebuilds what is above it: nodes are shared and never change.</summary>
internal static class AtPath
{
    public static RuleResult Apply(Schema schema, string path, SchemaRules.Rule rule, RuleContext context) =>
        Apply(schema, path, path.Split('.'), 0, rule, context);

    private static RuleResult Apply(Schema schema, string path, string[] steps, int depth, SchemaRules.Rule rule, RuleContext context)
    {
        if (depth == steps.Length)
            return rule(schema, context);
        if (Child(schema, steps[depth]) is not { } child)
            return RuleResult.Fail(schema, Problem(schema, path, steps[depth]));
        var (changed, problem) = Apply(child, path, steps, depth + 1, rule, context);
        if (problem is not null)
            return RuleResult.Fail(schema, problem);
        return steps[depth] == "items" ? schema with { Items = changed } : schema with { AdditionalProperties = changed };
    }

    // Of a type that wasn't read, only the attributes say what is below it.
    private static Schema? Child(Schema schema, string step) => (step, schema) switch
    {
        ("items", { Type: "array" }) => schema.Items ?? new Schema(),
        ("values", { Type: "object", Properties.Count: 0 }) when !ReferenceEquals(schema.AdditionalProperties, Schema.Anything) =>
            schema.AdditionalProperties ?? new Schema(),
        _ => null,
    };

    private static string Problem(Schema schema, string path, string step) => step switch
    {
        "items" => $"'items' of At = \"{path}\" asks for a list, and this is {Article(schema)}",
        "values" => $"'values' of At = \"{path}\" asks for a dictionary, and this is {Article(schema)}",
        _ => $"At = \"{path}\" is a chain of 'items' and 'values', such as \"items.values\"",
    };

    private static string Article(Schema schema) => schema.Type switch
    {
        null => "of any type",
        "object" when schema.Properties.Count > 0 => "an object with properties of its own",
        "array" => "a list",
        "object" => "a dictionary",
        "integer" => "an integer",
        var type => "a " + type,
    };
}
