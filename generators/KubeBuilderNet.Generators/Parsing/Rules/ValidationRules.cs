using KubeBuilderNet.Generators.Diagnostics;
using KubeBuilderNet.Generators.Model;
using KubeBuilderNet.Generators.Parsing.Schemas;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing.Rules;

/// <summary>Applies a property's validation attributes to its schema, and reports those that can't apply.</summary>
internal static class ValidationRules
{
    private const string DataAnnotations = "System.ComponentModel.DataAnnotations";
    private const string Annotations = "KubeBuilderNet.Annotations";

    /// <summary>A rule: the schema with it, or the reason why it doesn't fit.</summary>
    internal delegate RuleResult Rule(Schema schema, AttributeData attribute, ITypeSymbol type);

    private static readonly Dictionary<string, Rule> OfDataAnnotations = new(StringComparer.Ordinal)
    {
        ["RangeAttribute"] = RangeRule.Apply,
        ["MinLengthAttribute"] = LengthRules.MinLength,
        ["MaxLengthAttribute"] = LengthRules.MaxLength,
        ["LengthAttribute"] = LengthRules.Length,
        ["StringLengthAttribute"] = LengthRules.StringLength,
        ["RegularExpressionAttribute"] = TextRules.RegularExpression,
        ["AllowedValuesAttribute"] = AllowedValuesRule.Apply,
        ["UrlAttribute"] = TextRules.Url,
        ["EmailAddressAttribute"] = TextRules.EmailAddress,
    };

    private static readonly Dictionary<string, Rule> OfOurs = new(StringComparer.Ordinal)
    {
        ["PatternAttribute"] = TextRules.Pattern,
    };

    public static Schema Apply(Schema schema, IPropertySymbol property, SchemaTarget target, SchemaBuilder builder)
    {
        foreach (var attribute in property.GetAttributes())
        {
            if (Find(attribute.AttributeClass) is not { } rule)
                continue;
            var (result, problem) = rule(schema, attribute, property.Type);
            if (problem is null)
                schema = result;
            else
                builder.Report(DiagnosticDescriptors.InapplicableRule, At(target, attribute, builder), Name(attribute), target.Name, problem);
        }
        return schema;
    }

    private static Rule? Find(INamedTypeSymbol? type)
    {
        Rule? rule = null;
        if (type is not null && OfDataAnnotations.TryGetValue(type.Name, out rule) && type.IsIn(DataAnnotations))
            return rule;
        return type is not null && OfOurs.TryGetValue(type.Name, out rule) && type.IsIn(Annotations) ? rule : null;
    }

    private static SchemaTarget At(SchemaTarget target, AttributeData attribute, SchemaBuilder builder) =>
        target with { Location = attribute.GetLocation(builder.Cancellation) ?? target.Location };

    private static string Name(AttributeData attribute)
    {
        var name = attribute.AttributeClass!.Name;
        return name.Substring(0, name.Length - "Attribute".Length);
    }
}

/// <summary>A schema with a rule applied, or the problem that keeps the rule from applying.</summary>
internal readonly record struct RuleResult(Schema Schema, string? Problem)
{
    public static implicit operator RuleResult(Schema schema) => new(schema, null);

    public static RuleResult Fail(Schema schema, string problem) => new(schema, problem);
}
