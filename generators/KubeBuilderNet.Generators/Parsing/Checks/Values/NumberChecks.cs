using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;

namespace KubeBuilderNet.Generators.Parsing.Checks.Values;

/// <summary>Bounds and divisors of numbers.</summary>
internal static class NumberChecks
{
    public static string? Range(Schema schema, JsonValue value)
    {
        if (value.Kind != JsonKind.Number)
            return null;
        if (schema.Minimum is { } minimum && JsonNumber.Compare(value.Text, minimum) is var low && (low < 0 || (low == 0 && schema.ExclusiveMinimum)))
            return $"{value} is below the minimum {minimum}";
        if (schema.Maximum is { } maximum && JsonNumber.Compare(value.Text, maximum) is var high && (high > 0 || (high == 0 && schema.ExclusiveMaximum)))
            return $"{value} is above the maximum {maximum}";
        return IntegerFormat.Exceeds(schema.Format, value.Text) ? $"{value} is beyond {schema.Format}" : null;
    }

    public static string? Multiple(Schema schema, JsonValue value) =>
        value.Kind == JsonKind.Number && schema.MultipleOf is { } divisor && JsonNumber.Compare(divisor, "0") > 0 && !JsonNumber.IsMultiple(value.Text, divisor)
            ? $"{value} is no multiple of {divisor}"
            : null;
}
