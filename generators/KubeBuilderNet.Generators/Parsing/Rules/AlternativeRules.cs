using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;
using KubeBuilderNet.Generators.Parsing.Schemas;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing.Rules;

/// <summary>Conditions that classes with <c>[Alternative]</c> hold: a value fits all of them, some, one or none.</summary>
internal static class AlternativeRules
{
    public static RuleResult AllOf(Schema schema, RuleContext context) =>
        Apply(schema, context, static (schema, conditions) => schema with { AllOf = Concat(schema.AllOf, conditions) });

    public static RuleResult AnyOf(Schema schema, RuleContext context) =>
        Apply(schema, context, static (schema, conditions) => schema with { AnyOf = Concat(schema.AnyOf, conditions) });

    public static RuleResult OneOf(Schema schema, RuleContext context) =>
        Apply(schema, context, static (schema, conditions) => schema with { OneOf = Concat(schema.OneOf, conditions) });

    public static RuleResult Not(Schema schema, RuleContext context) =>
        Apply(schema, context, static (schema, conditions) => schema with { Not = conditions.FirstOrDefault() });

    private static RuleResult Apply(Schema schema, RuleContext context, Func<Schema, List<Schema>, Schema> with)
    {
        var conditions = new List<Schema>();
        foreach (var argument in context.Attribute.ConstructorArguments)
        {
            var types = argument is { Kind: TypedConstantKind.Array, IsNull: false } ? argument.Values.AsEnumerable() : [argument];
            foreach (var type in types)
            {
                if (type.Value is not INamedTypeSymbol named || !DeclaredAttributes.Of(named).IsAlternative)
                    return RuleResult.Fail(schema, $"'{(type.Value as ITypeSymbol)?.Name}' is no class with [Alternative]");
                conditions.Add(AlternativeSchema.Build(named, context.Builder));
            }
        }
        return conditions.Count > 0 ? with(schema, conditions) : RuleResult.Fail(schema, "it names no class");
    }

    private static EquatableArray<Schema> Concat(EquatableArray<Schema> before, List<Schema> conditions) =>
        before.Count == 0 ? conditions.ToEquatableArray() : before.Concat(conditions).ToEquatableArray();
}
