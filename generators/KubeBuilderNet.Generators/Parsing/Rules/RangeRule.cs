using System.Globalization;
using KubeBuilderNet.Generators.Model;

namespace KubeBuilderNet.Generators.Parsing.Rules;

/// <summary><c>[Range]</c> gives numbers their bounds.</summary>
internal static class RangeRule
{
    public static RuleResult Apply(Schema schema, RuleContext context)
    {
        if (schema.Type is not ("integer" or "number"))
            return RuleResult.Fail(schema, "it limits numbers only");
        if (context.Attribute.ConstructorArguments.Length != 2)
            return RuleResult.Fail(schema, "write its bounds as numbers, not as a type and texts");
        var (minimum, maximum) = (context.Argument(0), context.Argument(1));
        if (schema.Type == "integer" && (!IsWhole(minimum) || !IsWhole(maximum)))
            return RuleResult.Fail(schema, "the bounds of an integer must be whole numbers");
        return schema with
        {
            Minimum = JsonText.Of(minimum) ?? schema.Minimum,
            Maximum = JsonText.Of(maximum) ?? schema.Maximum,
            ExclusiveMinimum = context.Named("MinimumIsExclusive") is true,
            ExclusiveMaximum = context.Named("MaximumIsExclusive") is true,
        };
    }

    private static double Number(object? value) => Convert.ToDouble(value, CultureInfo.InvariantCulture);

    private static bool IsWhole(object? value) => Number(value) is var number && (double.IsInfinity(number) || number == Math.Floor(number));
}
