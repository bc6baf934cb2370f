using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;

namespace KubeBuilderNet.Generators.Parsing.Rules;

/// <summary>Rules in the Common Expression Language. What is nearer to the value stands first.</summary>
internal static class CelRules
{
    /// <summary>The members of KubeBuilderNet.Annotations.CelReason by their numbers.</summary>
    public static readonly string[] Reasons = ["FieldValueInvalid", "FieldValueRequired", "FieldValueForbidden", "FieldValueDuplicate"];
    private static readonly CelRule Unchanged = new("self == oldSelf") { Message = "field is immutable" };

    public static RuleResult Rule(Schema schema, RuleContext context) => context.Argument(0) is string rule
        ? Prepend(schema, new CelRule(rule)
        {
            Message = context.Named("Message") as string,
            MessageExpression = context.Named("MessageExpression") as string,
            Reason = context.Named("Reason") is int reason && reason >= 0 && reason < Reasons.Length ? Reasons[reason] : null,
            FieldPath = context.Named("FieldPath") as string,
            OptionalOldSelf = context.Named("OptionalOldSelf") is true,
        })
        : schema;

    public static RuleResult Immutable(Schema schema, RuleContext context) => Prepend(schema, Unchanged);

    /// <summary>What a class says of an optional property that is immutable.</summary>
    public static CelRule OnceSet(string property)
    {
        var name = CelNames.Escape(property);
        return new CelRule($"!has(oldSelf.{name}) || has(self.{name})") { Message = $"field {property} is immutable once set" };
    }

    private static Schema Prepend(Schema schema, CelRule rule) => schema with { CelRules = schema.CelRules.Prepend(rule).ToEquatableArray() };
}
