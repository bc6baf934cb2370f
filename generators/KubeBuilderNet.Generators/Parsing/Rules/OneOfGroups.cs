using System.Collections.Immutable;
using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;
using KubeBuilderNet.Generators.Parsing.Schemas;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing.Rules;

/// <summary>Groups of properties of which one may be set, one must be, or at least one: rules of the class, in this order.</summary>
internal static class OneOfGroups
{
    private static readonly (string Attribute, Func<string[], string> Rule, string Message)[] Kinds =
    [
        ("AtMostOneOfAttribute", static names => Count(names) + " <= 1", "at most one of the fields in [{0}] may be set"),
        ("ExactlyOneOfAttribute", static names => Count(names) + " == 1", "exactly one of the fields in [{0}] must be set"),
        ("AtLeastOneOfAttribute", static names => string.Join("||", names.Select(name => $"has(self.{name})")), "at least one of the fields in [{0}] must be set"),
    ];

    public static Schema Apply(Schema schema, ImmutableArray<AttributeData> attributes, INamedTypeSymbol type)
    {
        List<CelRule>? rules = null;
        foreach (var (name, rule, message) in Kinds)
        {
            foreach (var attribute in attributes)
            {
                if (attribute.AttributeClass is not { } found || found.Name != name || !found.IsIn(KnownTypeNames.Annotations))
                    continue;
                var names = Names(attribute, type);
                (rules ??= []).Add(new CelRule(rule([.. names.Select(CelNames.Escape)])) { Message = message.Replace("{0}", string.Join(" ", names)) });
            }
        }
        return rules is null ? schema : schema with { CelRules = schema.CelRules.Concat(rules).ToEquatableArray() };
    }

    // A name may be that of C#: what no property has is left as it is.
    private static string[] Names(AttributeData attribute, INamedTypeSymbol type)
    {
        if (attribute.ConstructorArguments is not [{ Kind: TypedConstantKind.Array, IsNull: false } array])
            return [];
        var properties = SerializedProperties.Of(type);
        return [.. array.Values.Select(value => value.Value as string ?? "").Select(name =>
            properties.Find(property => property.JsonName == name) is not null
                ? name
                : properties.Find(property => property.Symbol.Name == name)?.JsonName ?? name)];
    }

    private static string Count(string[] names) => string.Join("+", names.Select(name => $"(has(self.{name})?1:0)"));
}
