using KubeBuilderNet.Generators.Diagnostics;
using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;
using KubeBuilderNet.Generators.Parsing.Checks.Values;

namespace KubeBuilderNet.Generators.Parsing.Checks;

/// <summary>Bounds, lengths and counts: possible by themselves, and leaving room for a value together.</summary>
internal static class LimitChecks
{
    private static readonly string[] Numbers = ["RangeAttribute", "MinimumAttribute", "MaximumAttribute"];
    private static readonly string[] Lengths = ["MinimumLengthAttribute", "MaximumLengthAttribute", "LengthAttribute", "MinLengthAttribute", "MaxLengthAttribute", "StringLengthAttribute"];
    private static readonly string[] Counts = ["MinItemsAttribute", "MaxItemsAttribute", "LengthAttribute", "MinLengthAttribute", "MaxLengthAttribute"];
    private static readonly string[] Properties = ["MinPropertiesAttribute", "MaxPropertiesAttribute", "LengthAttribute", "MinLengthAttribute", "MaxLengthAttribute"];

    public static IEnumerable<Problem> Find(Schema schema)
    {
        if (schema.MultipleOf is { } divisor && JsonNumber.Compare(divisor, "0") <= 0)
            yield return Invalid(["MultipleOfAttribute"], $"it can't be a multiple of {divisor}; the divisor must be above zero");
        foreach (var problem in Negative(schema).Concat(Beyond(schema)).Concat(Crossed(schema)))
            yield return problem;
    }

    private static IEnumerable<Problem> Negative(Schema schema)
    {
        foreach (var (limit, causes) in new[]
        {
            (schema.MinLength, Lengths), (schema.MaxLength, Lengths), (schema.MinItems, Counts), (schema.MaxItems, Counts),
            (schema.MinProperties, Properties), (schema.MaxProperties, Properties),
        })
        {
            if (limit < 0)
                yield return Invalid(causes, $"{limit.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)} is negative, and a length or count never is");
        }
    }

    private static IEnumerable<Problem> Beyond(Schema schema)
    {
        foreach (var bound in new[] { schema.Minimum, schema.Maximum })
        {
            if (bound is null)
                continue;
            if (schema.Type == "integer" && !JsonNumber.IsWhole(bound))
                yield return Invalid(Numbers, $"{bound} isn't whole, and an integer is");
            else if (IntegerFormat.Exceeds(schema.Format, bound))
                yield return Invalid(Numbers, $"{bound} is beyond what an {schema.Format} holds");
        }
    }

    private static IEnumerable<Problem> Crossed(Schema schema)
    {
        if (schema is { Minimum: { } minimum, Maximum: { } maximum })
        {
            var order = JsonNumber.Compare(minimum, maximum);
            if (order > 0)
                yield return Contradicting(Numbers, minimum, maximum, "minimum", "maximum");
            else if (order == 0 && (schema.ExclusiveMinimum || schema.ExclusiveMaximum))
                yield return new Problem(DiagnosticDescriptors.ContradictingLimits, Numbers, $"both bounds are {minimum}, and {minimum} itself is excluded");
        }
        if (schema.MinLength > schema.MaxLength)
            yield return Contradicting(Lengths, Text(schema.MinLength), Text(schema.MaxLength), "minimum length", "maximum length");
        if (schema.MinItems > schema.MaxItems)
            yield return Contradicting(Counts, Text(schema.MinItems), Text(schema.MaxItems), "least number of items", "greatest");
        if (schema.MinProperties > schema.MaxProperties)
            yield return Contradicting(Properties, Text(schema.MinProperties), Text(schema.MaxProperties), "least number of properties", "greatest");
    }

    private static string Text(long? number) => JsonText.Number(number!.Value);

    private static Problem Invalid(string[] causes, string text) => new(DiagnosticDescriptors.InvalidLimit, causes, text);

    private static Problem Contradicting(string[] causes, string low, string high, string lower, string upper) =>
        new(DiagnosticDescriptors.ContradictingLimits, causes, $"the {lower} {low} is above the {upper} {high}") { Replacement = new Replacement(low, high) };
}
