using System.Collections.Immutable;
using KubeBuilderNet.Generators.Diagnostics;
using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;
using KubeBuilderNet.Generators.Parsing.Schemas;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing.Rules;

/// <summary>Applies the attributes of a property or type to its schema, and reports those that can't apply.</summary>
internal static class SchemaRules
{
    private const string DataAnnotations = "System.ComponentModel.DataAnnotations";
    private const string Ours = KnownTypeNames.Annotations;

    /// <summary>A rule: the schema with it, or the reason why it doesn't fit.</summary>
    internal delegate RuleResult Rule(Schema schema, RuleContext context);

    private static readonly Dictionary<string, KnownRule> Known = new(StringComparer.Ordinal)
    {
        ["RangeAttribute"] = new(DataAnnotations, RangeRule.Apply),
        ["MinLengthAttribute"] = new(DataAnnotations, LengthRules.MinLength),
        ["MaxLengthAttribute"] = new(DataAnnotations, LengthRules.MaxLength),
        ["LengthAttribute"] = new(DataAnnotations, LengthRules.Length),
        ["StringLengthAttribute"] = new(DataAnnotations, LengthRules.StringLength),
        ["RegularExpressionAttribute"] = new(DataAnnotations, TextRules.RegularExpression),
        ["AllowedValuesAttribute"] = new(DataAnnotations, AllowedValuesRule.Apply),
        ["UrlAttribute"] = new(DataAnnotations, TextRules.Url),
        ["EmailAddressAttribute"] = new(DataAnnotations, TextRules.EmailAddress),
        ["DefaultValueAttribute"] = new("System.ComponentModel", ValueRules.DefaultValue),

        ["SchemaTypeAttribute"] = new(Ours, TypeRules.SchemaType, RuleOrder.First),
        ["IntOrStringAttribute"] = new(Ours, TypeRules.IntOrString, RuleOrder.First),
        ["RawSchemaAttribute"] = new(Ours, TypeRules.RawSchema, RuleOrder.First),
        ["SchemalessAttribute"] = new(Ours, TypeRules.Schemaless, RuleOrder.First),
        ["FormatAttribute"] = new(Ours, TypeRules.Format),
        ["NullableAttribute"] = new(Ours, TypeRules.Nullable),
        ["EmbeddedResourceAttribute"] = new(Ours, TypeRules.EmbeddedResource),
        ["PreserveUnknownFieldsAttribute"] = new(Ours, TypeRules.PreserveUnknownFields),
        ["AdditionalPropertiesAttribute"] = new(Ours, TypeRules.AdditionalProperties),
        ["MinimumAttribute"] = new(Ours, BoundRules.Minimum),
        ["MaximumAttribute"] = new(Ours, BoundRules.Maximum),
        ["MultipleOfAttribute"] = new(Ours, BoundRules.MultipleOf),
        ["MinimumLengthAttribute"] = new(Ours, LengthRules.MinimumLength),
        ["MaximumLengthAttribute"] = new(Ours, LengthRules.MaximumLength),
        ["MinItemsAttribute"] = new(Ours, LengthRules.MinItems),
        ["MaxItemsAttribute"] = new(Ours, LengthRules.MaxItems),
        ["MinPropertiesAttribute"] = new(Ours, LengthRules.MinProperties),
        ["MaxPropertiesAttribute"] = new(Ours, LengthRules.MaxProperties),
        ["PatternAttribute"] = new(Ours, TextRules.Pattern),
        ["UniqueItemsAttribute"] = new(Ours, MergeRules.UniqueItems),
        ["ListTypeAttribute"] = new(Ours, MergeRules.ListType),
        ["MapTypeAttribute"] = new(Ours, MergeRules.MapType),
        ["EnumAttribute"] = new(Ours, ValueRules.Enum),
        ["DefaultAttribute"] = new(Ours, ValueRules.Default),
        ["ExampleAttribute"] = new(Ours, ValueRules.Example),
        ["TitleAttribute"] = new(Ours, TextRules.Title),
        ["SchemaDescriptionAttribute"] = new(Ours, TextRules.Description),
        ["ExternalDocsAttribute"] = new(Ours, TextRules.ExternalDocs),
        ["AllOfAttribute"] = new(Ours, AlternativeRules.AllOf),
        ["AnyOfAttribute"] = new(Ours, AlternativeRules.AnyOf),
        ["OneOfAttribute"] = new(Ours, AlternativeRules.OneOf),
        ["NotAttribute"] = new(Ours, AlternativeRules.Not),
        ["CelRuleAttribute"] = new(Ours, CelRules.Rule, RuleOrder.Last),
        ["ImmutableAttribute"] = new(Ours, CelRules.Immutable, RuleOrder.Last),
    };

    /// <summary>The schema with all that the attributes say of it: its type first, since other rules ask for it.</summary>
    public static Schema Apply(Schema schema, ImmutableArray<AttributeData> attributes, SchemaTarget target, SchemaBuilder builder)
    {
        List<(AttributeData Attribute, KnownRule Rule)>? rules = null;
        foreach (var attribute in attributes)
        {
            if (attribute.AttributeClass is { } type && Known.TryGetValue(type.Name, out var rule) && type.IsIn(rule.Namespace))
                (rules ??= []).Add((attribute, rule));
        }
        if (rules is null)
            return schema;
        for (var order = RuleOrder.First; order <= RuleOrder.Normal; order++)
        {
            foreach (var (attribute, rule) in rules)
            {
                if (rule.Order == order)
                    schema = Apply(schema, attribute, rule, target, builder);
            }
        }
        // Each is put before those that are there, so the last comes first.
        for (var i = rules.Count - 1; i >= 0; i--)
        {
            if (rules[i].Rule.Order == RuleOrder.Last)
                schema = Apply(schema, rules[i].Attribute, rules[i].Rule, target, builder);
        }
        return schema;
    }

    private static Schema Apply(Schema schema, AttributeData attribute, KnownRule rule, SchemaTarget target, SchemaBuilder builder)
    {
        var context = new RuleContext(attribute, builder);
        var (result, problem) = context.Named("At") is string { Length: > 0 } path
            ? AtPath.Apply(schema, path, rule.Apply, context)
            : rule.Apply(schema, context);
        if (problem is null)
            return result;
        builder.Report(DiagnosticDescriptors.InapplicableRule, target.At(attribute, builder.Cancellation), attribute.ShortName(), target.Name, problem);
        return schema;
    }

    private enum RuleOrder
    {
        First,
        Normal,
        Last,
    }

    private sealed record KnownRule(string Namespace, Rule Apply, RuleOrder Order = RuleOrder.Normal);
}
