using KubeBuilderNet.Generators.Model;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing.Rules;

/// <summary>Lengths: of texts, of lists, and of dictionaries.</summary>
internal static class LengthRules
{
    public static RuleResult MinLength(Schema schema, AttributeData attribute, ITypeSymbol type) =>
        Limit(schema, attribute.Argument(0) as int?, null);

    public static RuleResult MaxLength(Schema schema, AttributeData attribute, ITypeSymbol type) =>
        Limit(schema, null, attribute.Argument(0) as int?);

    public static RuleResult Length(Schema schema, AttributeData attribute, ITypeSymbol type) =>
        Limit(schema, attribute.Argument(0) as int?, attribute.Argument(1) as int?);

    public static RuleResult StringLength(Schema schema, AttributeData attribute, ITypeSymbol type) => schema.Type == "string"
        ? Limit(schema, attribute.Named("MinimumLength") as int?, attribute.Argument(0) as int?)
        : RuleResult.Fail(schema, "it limits strings only; use [Length] for lists and dictionaries");

    private static RuleResult Limit(Schema schema, int? minimum, int? maximum)
    {
        if (minimum < 0 || maximum < 0)
            return RuleResult.Fail(schema, "a length can't be negative");
        if (minimum > maximum)
            return RuleResult.Fail(schema, "its minimum is greater than its maximum");
        return schema switch
        {
            { Type: "string" } => schema with { MinLength = minimum ?? schema.MinLength, MaxLength = maximum ?? schema.MaxLength },
            { Type: "array" } => schema with { MinItems = minimum ?? schema.MinItems, MaxItems = maximum ?? schema.MaxItems },
            { Type: "object", AdditionalProperties: not null } =>
                schema with { MinProperties = minimum ?? schema.MinProperties, MaxProperties = maximum ?? schema.MaxProperties },
            _ => RuleResult.Fail(schema, "it limits strings, lists and dictionaries only"),
        };
    }
}
