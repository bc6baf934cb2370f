using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace KubeBuilderNet.Scaffolding.Yaml;

/// <summary>What a scalar means in YAML 1.1 as go-yaml v2 reads it, which is what kubectl reads with.</summary>
internal static partial class YamlScalar
{
    /// <summary>The JSON of a scalar: quoted and block texts stay texts, plain ones are resolved.</summary>
    public static JsonNode? ToJson(Scalar scalar)
    {
        var tag = scalar.Tag.IsEmpty ? "" : scalar.Tag.Value;
        if (tag == "tag:yaml.org,2002:str" || (tag.Length == 0 && scalar.Style != ScalarStyle.Plain))
            return JsonValue.Create(scalar.Value);
        return Resolve(scalar.Value);
    }

    /// <summary>A key as JSON has it: a plain <c>n</c> is the key <c>false</c>, a plain <c>0x10</c> is <c>16</c>.</summary>
    public static string ToKey(Scalar scalar) => ToJson(scalar) switch
    {
        null => "null",
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        var other => other.ToJsonString(),
    };

    private static JsonValue? Resolve(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => null,
        "y" or "Y" or "yes" or "Yes" or "YES" or "true" or "True" or "TRUE" or "on" or "On" or "ON" => JsonValue.Create(true),
        "n" or "N" or "no" or "No" or "NO" or "false" or "False" or "FALSE" or "off" or "Off" or "OFF" => JsonValue.Create(false),
        _ => Number(text) ?? JsonValue.Create(text),
    };

    private static JsonValue? Number(string text)
    {
        if (!char.IsAsciiDigit(text[0]) && text[0] is not ('+' or '-' or '.'))
            return null;
        // go-yaml drops every underscore of what it tries as a number, and takes the text itself when that is none.
        var digits = text.Replace("_", "", StringComparison.Ordinal);
        if (Integer(digits) is { } integer)
            return ToJson(integer);
        // A number without an end (.inf, .nan) has no JSON: it stays a text, and the server says what it thinks of it.
        return DecimalForm().IsMatch(digits) && double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number) ? JsonValue.Create(number) : null;
    }

    private static BigInteger? Integer(string text)
    {
        var negative = text.StartsWith('-');
        var digits = negative || text.StartsWith('+') ? text[1..] : text;
        var magnitude = digits switch
        {
            ['0', 'x' or 'X', .. var hex] => InBase(hex, 16),
            ['0', 'b' or 'B', .. var binary] => InBase(binary, 2),
            ['0', 'o' or 'O', .. var octal] => InBase(octal, 8),
            ['0', _, ..] => InBase(digits, 8),
            _ => InBase(digits, 10),
        };
        return negative ? -magnitude : magnitude;
    }

    private static BigInteger? InBase(string digits, int radix)
    {
        if (digits.Length is 0 or > 64)
            return null;
        var value = BigInteger.Zero;
        foreach (var c in digits)
        {
            var digit = char.IsAsciiHexDigit(c) ? Convert.ToInt32(c.ToString(), 16) : radix;
            if (digit >= radix)
                return null;
            value = (value * radix) + digit;
        }
        return value;
    }

    private static JsonValue ToJson(BigInteger value) =>
        value >= long.MinValue && value <= long.MaxValue ? JsonValue.Create((long)value)
        : value >= 0 && value <= ulong.MaxValue ? JsonValue.Create((ulong)value)
        : JsonValue.Create((double)value);

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex DecimalForm();
}
