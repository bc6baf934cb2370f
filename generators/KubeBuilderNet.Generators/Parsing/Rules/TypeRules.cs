using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;

namespace KubeBuilderNet.Generators.Parsing.Rules;

/// <summary>What kind of JSON a value is, in place of what its C# type says.</summary>
internal static class TypeRules
{
    private static readonly string[] Types = ["string", "integer", "number", "boolean", "object", "array"];
    private static readonly EquatableArray<Schema> IntegerOrText = EquatableArray.Of(new Schema { Type = "integer" }, new Schema { Type = "string" });

    public static RuleResult SchemaType(Schema schema, RuleContext context) => context.Argument(0) switch
    {
        "" => schema with { Type = null },
        string type when type == schema.Type => schema,
        string type when !Types.Contains(type) => RuleResult.Fail(schema, $"'{type}' is no type of JSON: write one of {string.Join(", ", Types)}"),
        // Nothing but the words about the value fit another type.
        string type => new Schema
        {
            Type = type,
            Description = schema.Description,
            PreserveUnknownFields = schema.PreserveUnknownFields && type == "object",
            Nullable = schema.Nullable,
            CelRules = schema.CelRules,
        },
        _ => schema,
    };

    public static RuleResult IntOrString(Schema schema, RuleContext context) => schema with
    {
        Type = null,
        Format = null,
        IntOrString = true,
        PreserveUnknownFields = false,
        AnyOf = context.Named("AnyOf") is false ? EquatableArray<Schema>.Empty : IntegerOrText,
    };

    public static RuleResult RawSchema(Schema schema, RuleContext context) => JsonCompactor.Compact(context.Argument(0) as string ?? "") is { } json
        ? new Schema { Raw = json }
        : schema;

    // What isn't read at all never was: at the value itself there is nothing left to do.
    public static RuleResult Schemaless(Schema schema, RuleContext context) => context.Named("At") is null ? schema : new Schema();

    public static RuleResult Format(Schema schema, RuleContext context) =>
        schema with { Format = context.Argument(0) as string is { Length: > 0 } format ? format : null };

    public static RuleResult Nullable(Schema schema, RuleContext context) => schema with { Nullable = true };

    public static RuleResult PreserveUnknownFields(Schema schema, RuleContext context) => schema with { PreserveUnknownFields = true };

    // API servers ask for an object; of one that no class describes they must keep what isn't described.
    public static RuleResult EmbeddedResource(Schema schema, RuleContext context) => schema switch
    {
        { Type: null } => schema with { EmbeddedResource = true, Type = "object", PreserveUnknownFields = true },
        { Type: "object" } => schema with { EmbeddedResource = true },
        _ => RuleResult.Fail(schema, "a Kubernetes object is a class or a JsonElement"),
    };

    public static RuleResult AdditionalProperties(Schema schema, RuleContext context) => schema switch
    {
        { Properties.Count: > 0 } => RuleResult.Fail(schema, "a class with properties can't have others: use [PreserveUnknownFields]"),
        { Type: null or "object" } => schema with { AdditionalProperties = Schema.Anything },
        _ => RuleResult.Fail(schema, "only an object has properties"),
    };
}
