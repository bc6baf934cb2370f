using System.Globalization;

namespace KubeBuilderNet.Generators.Infrastructure;

/// <summary>Numbers in the spelling of JSON, compared exactly where a decimal holds them and as doubles where it doesn't.</summary>
internal static class JsonNumber
{
    public static int Compare(string left, string right) => TryDecimal(left, out var a) && TryDecimal(right, out var b)
        ? a.CompareTo(b)
        : Double(left).CompareTo(Double(right));

    /// <summary>Whether API servers read it as an integer: whole, however it is spelled.</summary>
    public static bool IsWhole(string number)
    {
        if (TryDecimal(number, out var exact))
            return exact == decimal.Truncate(exact);
        var value = Double(number);
        return Math.Floor(value) == value && !double.IsInfinity(value);
    }

    public static bool IsMultiple(string number, string divisor)
    {
        if (TryDecimal(number, out var value) && TryDecimal(divisor, out var step) && step != 0)
            return value % step == 0;
        var quotient = Double(number) / Double(divisor);
        return Math.Floor(quotient) == quotient;
    }

    // A decimal rounds away what it can't hold: a number that becomes zero so, or has more digits, isn't one.
    private static bool TryDecimal(string number, out decimal value) =>
        decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out value)
        && number.Count(char.IsDigit) <= 28 && number.IndexOfAny(['e', 'E']) < 0;

    private static double Double(string number)
    {
        if (double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            return value;
        return number.StartsWith("-", StringComparison.Ordinal) ? double.NegativeInfinity : double.PositiveInfinity;
    }
}
