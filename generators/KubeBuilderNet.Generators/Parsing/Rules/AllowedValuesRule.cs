using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;
using KubeBuilderNet.Generators.Parsing.Schemas;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing.Rules;

/// <summary><c>[AllowedValues]</c> names the only values there may be.</summary>
internal static class AllowedValuesRule
{
    public static RuleResult Apply(Schema schema, RuleContext context)
    {
        var values = new List<string>();
        foreach (var value in context.Attribute.ConstructorArguments.SelectMany(argument => argument.Kind == TypedConstantKind.Array ? argument.Values : [argument]))
        {
            if (value.IsNull)
                continue;
            if (Json(schema, value) is not { } json)
                return RuleResult.Fail(schema, $"the value {value.ToCSharpText()} is not of the property's type");
            values.Add(json);
        }
        return values.Count > 0
            ? schema with { Enum = values.ToEquatableArray() }
            : RuleResult.Fail(schema, "it names no value");
    }

    private static string? Json(Schema schema, TypedConstant value) => (schema.Type, value) switch
    {
        ("string", { Kind: TypedConstantKind.Enum, Type: { } type }) => EnumSchema.NameOf(type, value.Value),
        ("string", { Value: string }) => JsonText.Of(value.Value),
        ("integer", { Value: sbyte or byte or short or ushort or int or uint or long or ulong }) => JsonText.Of(value.Value),
        ("number", { Value: sbyte or byte or short or ushort or int or uint or long or ulong or float or double }) => JsonText.Of(value.Value),
        ("boolean", { Value: bool }) => JsonText.Of(value.Value),
        _ => null,
    };

    private static string ToCSharpText(this TypedConstant value) => Microsoft.CodeAnalysis.CSharp.TypedConstantExtensions.ToCSharpString(value);
}
