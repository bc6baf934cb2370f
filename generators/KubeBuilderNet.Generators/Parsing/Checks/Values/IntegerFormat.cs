using KubeBuilderNet.Generators.Infrastructure;

namespace KubeBuilderNet.Generators.Parsing.Checks.Values;

/// <summary>What the formats of integers hold.</summary>
internal static class IntegerFormat
{
    public static bool Exceeds(string? format, string number) => format switch
    {
        "int32" => JsonNumber.Compare(number, "-2147483648") < 0 || JsonNumber.Compare(number, "2147483647") > 0,
        "int64" => JsonNumber.Compare(number, "-9223372036854775808") < 0 || JsonNumber.Compare(number, "9223372036854775807") > 0,
        _ => false,
    };
}
