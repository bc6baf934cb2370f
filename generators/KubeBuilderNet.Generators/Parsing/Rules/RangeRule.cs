using System.Globalization;
using KubeBuilderNet.Generators.Model;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing.Rules;

/// <summary><c>[Range]</c> gives numbers their bounds.</summary>
internal static class RangeRule
{
    public static RuleResult Apply(Schema schema, AttributeData attribute, ITypeSymbol type)
    {
        if (schema.Type is not ("integer" or "number"))
            return RuleResult.Fail(schema, "it limits numbers only");
        if (attribute.ConstructorArguments.Length != 2)
            return RuleResult.Fail(schema, "write its bounds as numbers, not as a type and texts");
        var (minimum, maximum) = (attribute.Argument(0), attribute.Argument(1));
        if (schema.Type == "integer" && (!IsWhole(minimum) || !IsWhole(maximum)))
            return RuleResult.Fail(schema, "the bounds of an integer must be whole numbers");
        if (Number(minimum) > Number(maximum))
            return RuleResult.Fail(schema, "its minimum is greater than its maximum");
        return schema with
        {
            Minimum = JsonText.Of(minimum) ?? schema.Minimum,
            Maximum = JsonText.Of(maximum) ?? schema.Maximum,
            ExclusiveMinimum = attribute.Named("MinimumIsExclusive") is true,
            ExclusiveMaximum = attribute.Named("MaximumIsExclusive") is true,
        };
    }

    private static double Number(object? value) => Convert.ToDouble(value, CultureInfo.InvariantCulture);

    private static bool IsWhole(object? value) => Number(value) is var number && (double.IsInfinity(number) || number == Math.Floor(number));
}
