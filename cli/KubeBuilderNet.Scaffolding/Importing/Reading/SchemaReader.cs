using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;

namespace KubeBuilderNet.Scaffolding.Importing.Reading;

/// <summary>Reads a schema into the model that the source generator writes schemas from.</summary>
/// <remarks>What OpenAPI has and the model hasn't, API servers refuse.</remarks>
internal static class SchemaReader
{
    private static readonly string[] Refused = ["$ref", "$schema", "id", "definitions", "dependencies", "patternProperties", "additionalItems"];

    public static Schema Read(Fields json)
    {
        CheckKeywords(json);
        var validations = json.Objects("x-kubernetes-validations").Select(Rule).ToEquatableArray();
        return new Schema
        {
            AdditionalProperties = AdditionalProperties(json),
            AllOf = Schemas(json, "allOf"),
            AnyOf = Schemas(json, "anyOf"),
            Default = json.Any("default"),
            Description = json.Text("description"),
            Enum = json.Values("enum"),
            Example = json.Any("example"),
            ExclusiveMaximum = json.Flag("exclusiveMaximum"),
            ExclusiveMinimum = json.Flag("exclusiveMinimum"),
            ExternalDocs = json.Object("externalDocs") is { } docs ? new ExternalDocumentation(docs.Text("url") ?? "", docs.Text("description")) : null,
            Format = json.Text("format"),
            Items = json.Object("items") is { } items ? Read(items) : null,
            MaxItems = json.Integer("maxItems"),
            MaxLength = json.Integer("maxLength"),
            MaxProperties = json.Integer("maxProperties"),
            Maximum = json.Number("maximum"),
            MinItems = json.Integer("minItems"),
            MinLength = json.Integer("minLength"),
            MinProperties = json.Integer("minProperties"),
            Minimum = json.Number("minimum"),
            MultipleOf = json.Number("multipleOf"),
            Not = json.Object("not") is { } not ? Read(not) : null,
            Nullable = json.Flag("nullable"),
            OneOf = Schemas(json, "oneOf"),
            Pattern = json.Text("pattern"),
            Properties = Properties(json),
            Required = json.Texts("required").Distinct().Order(StringComparer.Ordinal).ToEquatableArray(),
            Title = json.Text("title"),
            Type = json.Text("type"),
            EmbeddedResource = json.Flag("x-kubernetes-embedded-resource"),
            IntOrString = json.Flag("x-kubernetes-int-or-string"),
            ListMapKeys = json.Texts("x-kubernetes-list-map-keys"),
            ListType = json.Text("x-kubernetes-list-type"),
            MapType = json.Text("x-kubernetes-map-type"),
            PreserveUnknownFields = json.Flag("x-kubernetes-preserve-unknown-fields"),
            CelRules = validations,
        };
    }

    private static void CheckKeywords(Fields json)
    {
        if (Array.Find(Refused, json.Has) is { } keyword)
            throw new ScaffoldException($"{json.Place}.{keyword}: API servers refuse this keyword: write the schema out without it");
        if (json.Flag("uniqueItems"))
            throw new ScaffoldException($"{json.Place}.uniqueItems: API servers refuse it: write x-kubernetes-list-type: set");
        if (json.Json["items"] is System.Text.Json.Nodes.JsonArray)
            throw new ScaffoldException($"{json.Place}.items: API servers refuse a list of schemas: write one schema for all items");
    }

    private static Schema? AdditionalProperties(Fields json) => json.Json["additionalProperties"] switch
    {
        System.Text.Json.Nodes.JsonValue value when value.TryGetValue<bool>(out var allowed) =>
            allowed ? Schema.Anything : new Schema { Raw = "false" },
        _ => json.Object("additionalProperties") is { } schema ? Read(schema) : null,
    };

    private static EquatableArray<Schema> Schemas(Fields json, string name) => json.Objects(name).Select(Read).ToEquatableArray();

    private static EquatableArray<SchemaProperty> Properties(Fields json) => json.Object("properties") is { } properties
        ? properties.Json.Select(entry => entry.Key).Order(StringComparer.Ordinal)
            .Select(name => new SchemaProperty(name, Read(properties.Object(name) ?? new Fields([], properties.Place))))
            .ToEquatableArray()
        : EquatableArray<SchemaProperty>.Empty;

    private static CelRule Rule(Fields rule) => new(rule.Text("rule") ?? "")
    {
        FieldPath = rule.Text("fieldPath"),
        Message = rule.Text("message"),
        MessageExpression = rule.Text("messageExpression"),
        OptionalOldSelf = rule.Flag("optionalOldSelf"),
        Reason = rule.Text("reason"),
    };
}
