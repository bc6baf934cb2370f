using System.Globalization;
using KubeBuilderNet.Generators.Infrastructure;

namespace KubeBuilderNet.Generators.Parsing;

/// <summary>Constants of C# as JSON.</summary>
internal static class JsonText
{
    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The value as JSON, or null if JSON has no such value.</summary>
    public static string? Of(object? value) => value switch
    {
        string text => JsonWriter.Quote(text),
        char character => JsonWriter.Quote(character.ToString()),
        bool flag => flag ? "true" : "false",
        double number => Real(number),
        float number => double.IsNaN(number) || double.IsInfinity(number) ? null : number.ToString("R", CultureInfo.InvariantCulture),
        decimal number => number.ToString(CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => null,
    };

    private static string? Real(double value)
    {
        if (double.IsNaN(value) || double.IsInfinity(value))
            return null;
        // Whole numbers are written as such, so that a bound of an integer stays an integer.
        return value == Math.Floor(value) && Math.Abs(value) < 1e15
            ? ((long)value).ToString(CultureInfo.InvariantCulture)
            : value.ToString("R", CultureInfo.InvariantCulture);
    }
}
