using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;
using KubeBuilderNet.Generators.Parsing.Schemas;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing.Rules;

/// <summary>Values written out: the only ones there may be, the one without any, and an example.</summary>
internal static class ValueRules
{
    public static RuleResult Default(Schema schema, RuleContext context) => schema with { Default = Json(context) };

    public static RuleResult Example(Schema schema, RuleContext context) => schema with { Example = Json(context) };

    public static RuleResult DefaultValue(Schema schema, RuleContext context) =>
        context.Attribute.ConstructorArguments is [var value] && OfConstant(value) is { } json
            ? schema with { Default = json }
            : RuleResult.Fail(schema, "write the value itself, as a constant");

    public static RuleResult Enum(Schema schema, RuleContext context)
    {
        var values = new List<string>();
        foreach (var argument in context.Attribute.ConstructorArguments)
        {
            // A lone null is taken for the whole list.
            var constants = argument is { Kind: TypedConstantKind.Array, IsNull: false } ? argument.Values.AsEnumerable() : [argument];
            foreach (var constant in constants)
            {
                if (OfConstant(constant) is not { } json)
                    return RuleResult.Fail(schema, "JSON has no such value");
                values.Add(json);
            }
        }
        return values.Count > 0 ? schema with { Enum = values.ToEquatableArray() } : RuleResult.Fail(schema, "it names no value");
    }

    // Null for what isn't JSON: the checks say so.
    private static string? Json(RuleContext context) => JsonCompactor.Compact(context.Argument(0) as string ?? "");

    private static string? OfConstant(TypedConstant constant) => constant switch
    {
        { IsNull: true } => "null",
        { Kind: TypedConstantKind.Enum, Type: { } type } => EnumSchema.NameOf(type, constant.Value),
        { Kind: TypedConstantKind.Array } => OfArray(constant),
        { Kind: TypedConstantKind.Primitive } => JsonText.Of(constant.Value),
        _ => null,
    };

    private static string? OfArray(TypedConstant array)
    {
        var values = array.Values.Select(OfConstant).ToList();
        return values.Contains(null) ? null : $"[{string.Join(",", values)}]";
    }
}
