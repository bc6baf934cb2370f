using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;

namespace KubeBuilderNet.Generators.Parsing.Checks.Values;

/// <summary>Lengths, in code points, and patterns of texts.</summary>
internal static class TextChecks
{
    public static string? Length(Schema schema, JsonValue value)
    {
        if (value.Kind != JsonKind.Text || (schema.MinLength is null && schema.MaxLength is null))
            return null;
        var length = value.Text.Length - value.Text.Where((c, i) => char.IsLowSurrogate(c) && i > 0 && char.IsHighSurrogate(value.Text[i - 1])).Count();
        if (length < schema.MinLength)
            return $"{value} is shorter than {schema.MinLength}";
        return length > schema.MaxLength ? $"{value} is longer than {schema.MaxLength}" : null;
    }

    public static string? Pattern(Schema schema, JsonValue value) =>
        value.Kind == JsonKind.Text && schema.Pattern is { } pattern && PatternMatch.IsMatch(pattern, value.Text) == false
            ? $"{value} doesn't match {pattern}"
            : null;
}
