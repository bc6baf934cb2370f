using System.Globalization;
using System.Text;
using KubeBuilderNet.Scaffolding.Importing.Reading;

namespace KubeBuilderNet.Scaffolding.Importing.Writing;

/// <summary>Constants in C#.</summary>
internal static class CSharpLiteral
{
    /// <summary>A text in the form that reads best: plain, verbatim for expressions, raw for JSON; with escapes where nothing else is exact.</summary>
    public static string Of(string text)
    {
        if (text.Contains('\n', StringComparison.Ordinal) || !text.All(IsVisible))
            return Escaped(text);
        var hasQuotes = text.Contains('"', StringComparison.Ordinal);
        if (!hasQuotes)
            return text.Contains('\\', StringComparison.Ordinal) ? $"@\"{text}\"" : $"\"{text}\"";
        return text.StartsWith('"') || text.EndsWith('"') || text.Contains("\"\"\"", StringComparison.Ordinal) ? Escaped(text) : $"\"\"\"{text}\"\"\"";
    }

    /// <summary>A value of JSON that is no object and no list.</summary>
    public static string OfJson(string json) => JsonText.Unquoted(json) is { } text ? Of(text) : Number(json);

    /// <summary>A number, a truth value or null.</summary>
    public static string Number(string json) =>
        json is "true" or "false" or "null" || long.TryParse(json, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
            ? json == "-9223372036854775808" ? "long.MinValue" : json
            : json.AsSpan().IndexOfAny('.', 'e', 'E') >= 0 ? json : json + "d";

    private static bool IsVisible(char c) => c == ' ' || (!char.IsControl(c) && !char.IsWhiteSpace(c) && !char.IsSurrogate(c)
        && char.GetUnicodeCategory(c) is not (UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse));

    private static string Escaped(string text)
    {
        var literal = new StringBuilder(text.Length + 16).Append('"');
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => literal.Append("\\\""),
                '\\' => literal.Append(@"\\"),
                '\n' => literal.Append(@"\n"),
                '\r' => literal.Append(@"\r"),
                '\t' => literal.Append(@"\t"),
                _ when IsVisible(c) => literal.Append(c),
                _ => literal.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
            };
        }
        return literal.Append('"').ToString();
    }
}
