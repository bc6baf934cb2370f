using KubeBuilderNet.Generators.Model;

namespace KubeBuilderNet.Generators.Parsing.Rules;

/// <summary>What texts must look like, and what is said about a value.</summary>
internal static class TextRules
{
    private const string TextsOnly = "it limits strings only";

    public static RuleResult Pattern(Schema schema, RuleContext context) =>
        WithPattern(schema, context.Argument(0) as string);

    // DataAnnotations matches the whole text, OpenAPI any part of it.
    public static RuleResult RegularExpression(Schema schema, RuleContext context) =>
        WithPattern(schema, context.Argument(0) is string regex ? $"^(?:{regex})$" : null);

    public static RuleResult Url(Schema schema, RuleContext context) => WithFormat(schema, "uri");

    public static RuleResult EmailAddress(Schema schema, RuleContext context) => WithFormat(schema, "email");

    public static RuleResult Title(Schema schema, RuleContext context) => schema with { Title = context.Argument(0) as string };

    public static RuleResult Description(Schema schema, RuleContext context) =>
        schema with { Description = context.Argument(0) as string is { Length: > 0 } text ? text : null };

    public static RuleResult ExternalDocs(Schema schema, RuleContext context) =>
        schema with { ExternalDocs = new ExternalDocumentation(context.Argument(0) as string ?? "", context.Named("Description") as string) };

    private static RuleResult WithPattern(Schema schema, string? pattern) => schema.Type is "string" or null
        ? schema with { Pattern = pattern }
        : RuleResult.Fail(schema, TextsOnly);

    private static RuleResult WithFormat(Schema schema, string format) =>
        schema.Type == "string" ? schema with { Format = format } : RuleResult.Fail(schema, TextsOnly);
}
