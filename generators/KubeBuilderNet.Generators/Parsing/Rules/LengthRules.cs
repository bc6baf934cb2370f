using KubeBuilderNet.Generators.Model;

namespace KubeBuilderNet.Generators.Parsing.Rules;

/// <summary>Lengths: of texts, of lists, and of dictionaries.</summary>
internal static class LengthRules
{
    public static RuleResult MinLength(Schema schema, RuleContext context) =>
        Limit(schema, context.Argument(0) as int?, null);

    public static RuleResult MaxLength(Schema schema, RuleContext context) =>
        Limit(schema, null, context.Argument(0) as int?);

    public static RuleResult Length(Schema schema, RuleContext context) =>
        Limit(schema, context.Argument(0) as int?, context.Argument(1) as int?);

    public static RuleResult StringLength(Schema schema, RuleContext context) => schema.Type == "string"
        ? Limit(schema, context.Named("MinimumLength") as int?, context.Argument(0) as int?)
        : RuleResult.Fail(schema, "it limits strings only; use [Length] for lists and dictionaries");

    public static RuleResult MinimumLength(Schema schema, RuleContext context) => Text(schema, context, schema with { MinLength = Count(context) });

    public static RuleResult MaximumLength(Schema schema, RuleContext context) => Text(schema, context, schema with { MaxLength = Count(context) });

    public static RuleResult MinItems(Schema schema, RuleContext context) =>
        Of(schema, context, schema.Type is "array", "lists", schema with { MinItems = Count(context) });

    public static RuleResult MaxItems(Schema schema, RuleContext context) =>
        Of(schema, context, schema.Type is "array", "lists", schema with { MaxItems = Count(context) });

    public static RuleResult MinProperties(Schema schema, RuleContext context) =>
        Of(schema, context, schema.Type is "object", "objects and dictionaries", schema with { MinProperties = Count(context) });

    public static RuleResult MaxProperties(Schema schema, RuleContext context) =>
        Of(schema, context, schema.Type is "object", "objects and dictionaries", schema with { MaxProperties = Count(context) });

    private static RuleResult Text(Schema schema, RuleContext context, Schema limited) =>
        Of(schema, context, schema.Type is "string", "strings", limited);

    private static RuleResult Of(Schema schema, RuleContext context, bool fits, string what, Schema limited) =>
        fits || schema.Type is null ? limited : RuleResult.Fail(schema, $"it limits {what} only");

    private static long? Count(RuleContext context) => context.Argument(0) as long?;

    private static RuleResult Limit(Schema schema, int? minimum, int? maximum) => schema switch
    {
        { Type: "string" } => schema with { MinLength = minimum ?? schema.MinLength, MaxLength = maximum ?? schema.MaxLength },
        { Type: "array" } => schema with { MinItems = minimum ?? schema.MinItems, MaxItems = maximum ?? schema.MaxItems },
        { Type: "object", AdditionalProperties: not null } =>
            schema with { MinProperties = minimum ?? schema.MinProperties, MaxProperties = maximum ?? schema.MaxProperties },
        _ => RuleResult.Fail(schema, "it limits strings, lists and dictionaries only"),
    };
}
