using KubeBuilderNet.Generators.Model;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing.Rules;

/// <summary>What texts must look like.</summary>
internal static class TextRules
{
    private const string TextsOnly = "it limits strings only";

    public static RuleResult Pattern(Schema schema, AttributeData attribute, ITypeSymbol type) =>
        WithPattern(schema, attribute.Argument(0) as string);

    // DataAnnotations matches the whole text, OpenAPI any part of it.
    public static RuleResult RegularExpression(Schema schema, AttributeData attribute, ITypeSymbol type) =>
        WithPattern(schema, attribute.Argument(0) is string regex ? $"^(?:{regex})$" : null);

    public static RuleResult Url(Schema schema, AttributeData attribute, ITypeSymbol type) => WithFormat(schema, "uri");

    public static RuleResult EmailAddress(Schema schema, AttributeData attribute, ITypeSymbol type) => WithFormat(schema, "email");

    private static RuleResult WithPattern(Schema schema, string? pattern) => schema.Type == "string" || schema.IntOrString
        ? schema with { Pattern = pattern }
        : RuleResult.Fail(schema, TextsOnly);

    private static RuleResult WithFormat(Schema schema, string format) =>
        schema.Type == "string" ? schema with { Format = format } : RuleResult.Fail(schema, TextsOnly);
}
