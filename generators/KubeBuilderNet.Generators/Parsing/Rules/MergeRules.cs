using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing.Rules;

/// <summary>How server-side apply merges lists and objects.</summary>
internal static class MergeRules
{
    /// <summary>The members of KubeBuilderNet.Annotations.ListType by their numbers.</summary>
    public static readonly string[] ListTypes = ["atomic", "set", "map"];
    private static readonly string[] MapTypes = ["granular", "atomic"];

    public static RuleResult ListType(Schema schema, RuleContext context)
    {
        if (schema.Type is not ("array" or null))
            return RuleResult.Fail(schema, "it says how lists merge, and this is no list");
        return Name(ListTypes, context) is { } type
            ? schema with { ListType = type, ListMapKeys = Keys(context.Attribute) }
            : RuleResult.Fail(schema, "there is no such list type");
    }

    public static RuleResult MapType(Schema schema, RuleContext context)
    {
        if (schema.Type is not ("object" or null))
            return RuleResult.Fail(schema, "it says how objects merge, and this is none");
        return Name(MapTypes, context) is { } type ? schema with { MapType = type } : RuleResult.Fail(schema, "there is no such map type");
    }

    // API servers refuse it: the checks say so.
    public static RuleResult UniqueItems(Schema schema, RuleContext context) => schema;

    private static string? Name(string[] names, RuleContext context) =>
        context.Argument(0) is int index && index >= 0 && index < names.Length ? names[index] : null;

    private static EquatableArray<string> Keys(AttributeData attribute) =>
        attribute.ConstructorArguments is [_, { Kind: TypedConstantKind.Array, IsNull: false } keys]
            ? keys.Values.Select(key => key.Value as string ?? "").ToEquatableArray()
            : EquatableArray<string>.Empty;
}
