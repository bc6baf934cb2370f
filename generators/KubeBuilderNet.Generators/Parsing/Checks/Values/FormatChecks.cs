using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;

namespace KubeBuilderNet.Generators.Parsing.Checks.Values;

/// <summary>The formats of texts that API servers enforce; those of which .NET and Go read other spellings are left to the server.</summary>
internal static class FormatChecks
{
    private static readonly Regex Date = new("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", RegexOptions.CultureInvariant);

    private static readonly Regex DateTime = new(
        "^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?([Zz]|[+-][0-9]{2}:[0-9]{2})$", RegexOptions.CultureInvariant);

    private static readonly Regex Uuid = new("^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
    private static readonly Regex Base64 = new("^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$", RegexOptions.CultureInvariant);
    private static readonly Regex Email = new("^[^@\\s]+@[^@\\s]+$|<[^@\\s]+@[^@\\s]+>$", RegexOptions.CultureInvariant);
    private static readonly Regex Host = new("^[A-Za-z0-9]([-A-Za-z0-9.]*[A-Za-z0-9])?$", RegexOptions.CultureInvariant);
    private static readonly Regex Duration = new("^[-+]?([0-9.]+ *[A-Za-zµμ]+ *)+$|^[-+]?0$", RegexOptions.CultureInvariant);
    private static readonly Regex Mac = new("^[0-9A-Fa-f]{2,4}([:.-][0-9A-Fa-f]{2,4})+$", RegexOptions.CultureInvariant);

    private static readonly Dictionary<string, Func<string, bool>> Known = new(StringComparer.Ordinal)
    {
        ["date"] = text => Date.IsMatch(text) && IsDate(text),
        ["date-time"] = text => DateTime.IsMatch(text) && IsDate(text.Substring(0, 10)),
        ["ipv4"] = text => text.Split('.').Length == 4 && IPAddress.TryParse(text, out _),
        ["ipv6"] = text => text.IndexOf(':') >= 0 && IPAddress.TryParse(text, out _),
        ["cidr"] = IsCidr,
        ["uuid"] = Uuid.IsMatch,
        ["byte"] = Base64.IsMatch,
        ["email"] = Email.IsMatch,
        ["duration"] = Duration.IsMatch,
        ["hostname"] = text => text.Length <= 255 && Host.IsMatch(text),
        ["mac"] = Mac.IsMatch,
        ["uri"] = text => text.Length > 0 && text.IndexOfAny([' ', '\n', '\t']) < 0 && (text[0] == '/' || text.IndexOf(':') > 0),
    };

    public static string? Apply(Schema schema, JsonValue value) =>
        value.Kind != JsonKind.Text || schema.Format is null || !Known.TryGetValue(schema.Format, out var fits) || fits(value.Text)
            ? null
            : $"{value} has not the format {schema.Format}";

    private static bool IsDate(string text) =>
        System.DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool IsCidr(string text) =>
        text.Split('/') is [var address, var bits] && IPAddress.TryParse(address, out _)
        && int.TryParse(bits, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= (address.IndexOf(':') >= 0 ? 128 : 32);
}
