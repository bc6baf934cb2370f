using KubeBuilderNet.Generators.Model;

namespace KubeBuilderNet.Generators.Parsing.Rules;

/// <summary>Limits of numbers.</summary>
internal static class BoundRules
{
    public static RuleResult Minimum(Schema schema, RuleContext context) =>
        Apply(schema, context, static (schema, json, exclusive) => schema with { Minimum = json, ExclusiveMinimum = exclusive });

    public static RuleResult Maximum(Schema schema, RuleContext context) =>
        Apply(schema, context, static (schema, json, exclusive) => schema with { Maximum = json, ExclusiveMaximum = exclusive });

    public static RuleResult MultipleOf(Schema schema, RuleContext context) =>
        Apply(schema, context, static (schema, json, _) => schema with { MultipleOf = json });

    private static RuleResult Apply(Schema schema, RuleContext context, Func<Schema, string, bool, Schema> with)
    {
        if (schema.Type is not ("integer" or "number" or null))
            return RuleResult.Fail(schema, "it limits numbers only");
        var value = context.Argument(0);
        if (schema.Type == "integer" && value is double number && number != Math.Floor(number))
            return RuleResult.Fail(schema, "a limit of an integer must be a whole number");
        return JsonText.Of(value) is { } json
            ? with(schema, json, context.Named("Exclusive") is true)
            : RuleResult.Fail(schema, "a limit must be a finite number");
    }
}
