using KubeBuilderNet.Generators.Model;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing.Schemas;

/// <summary>Booleans, texts and numbers. Widths that OpenAPI has no format for are given by their bounds.</summary>
internal static class ScalarSchema
{
    private static readonly Schema Boolean = new() { Type = "boolean" };
    private static readonly Schema Text = new() { Type = "string" };
    // One UTF-16 unit: what lies beyond, an emoji for instance, is one character for an API server and two for C#.
    private static readonly Schema Character = new() { Type = "string", MinLength = 1, MaxLength = 1, Pattern = @"^[\x{0001}-\x{ffff}]$" };
    private static readonly Schema SByte = Integer(sbyte.MinValue, sbyte.MaxValue);
    private static readonly Schema Byte = Integer(byte.MinValue, byte.MaxValue);
    private static readonly Schema Int16 = Integer(short.MinValue, short.MaxValue);
    private static readonly Schema UInt16 = Integer(ushort.MinValue, ushort.MaxValue);
    private static readonly Schema Int32 = new() { Type = "integer", Format = "int32" };
    private static readonly Schema UInt32 = Integer(uint.MinValue, uint.MaxValue) with { Format = "int64" };
    private static readonly Schema Int64 = new() { Type = "integer", Format = "int64" };
    // What is beyond a signed 64-bit number can't be said to an API server, which keeps integers as such.
    private static readonly Schema UInt64 = new() { Type = "integer", Format = "int64", Minimum = "0" };
    private static readonly Schema Single = new() { Type = "number", Format = "float" };
    private static readonly Schema Double = new() { Type = "number", Format = "double" };
    // What a decimal holds, a little less: the bounds are doubles to an API server.
    private static readonly Schema Decimal = new() { Type = "number", Minimum = "-7.9e28", Maximum = "7.9e28" };

    public static Schema? TryBuild(ITypeSymbol type, SchemaTarget target, SchemaBuilder builder)
    {
        // An enum's special type is none, whatever lies below it.
        return type.SpecialType switch
        {
            SpecialType.System_Boolean => Boolean,
            SpecialType.System_String => Text,
            SpecialType.System_Char => Character,
            SpecialType.System_SByte => SByte,
            SpecialType.System_Byte => Byte,
            SpecialType.System_Int16 => Int16,
            SpecialType.System_UInt16 => UInt16,
            SpecialType.System_Int32 => Int32,
            SpecialType.System_UInt32 => UInt32,
            SpecialType.System_Int64 => Int64,
            SpecialType.System_UInt64 => UInt64,
            SpecialType.System_Single => Single,
            SpecialType.System_Double => Double,
            SpecialType.System_Decimal => Decimal,
            _ => null,
        };
    }

    private static Schema Integer(long minimum, long maximum) => new()
    {
        Type = "integer",
        Format = "int32",
        Minimum = JsonText.Number(minimum),
        Maximum = JsonText.Number(maximum),
    };
}
