using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;

namespace KubeBuilderNet.Generators.Parsing.Checks.Values;

/// <summary>A schema written as JSON, as the model that checks work on.</summary>
internal static class SchemaReader
{
    /// <summary>The schema, or null and why it is none: a key that API servers don't know, or a value of the wrong kind.</summary>
    public static Schema? TryRead(JsonValue json, out string problem)
    {
        try
        {
            problem = "";
            return Read(json, "");
        }
        catch (FormatException e)
        {
            problem = e.Message;
            return null;
        }
    }

    private static Schema Read(JsonValue json, string path)
    {
        if (json.Kind != JsonKind.Object)
            throw Fault(path, "a schema is an object");
        var schema = new Schema();
        foreach (var member in json.Members)
            schema = Apply(schema, member.Key, member.Value, path.Length == 0 ? member.Key : $"{path}.{member.Key}");
        return schema;
    }

    private static Schema Apply(Schema schema, string key, JsonValue value, string path) => key switch
    {
        "additionalProperties" when value.Kind == JsonKind.Boolean => value.Text == "true" ? schema with { AdditionalProperties = Schema.Anything } : schema,
        "additionalProperties" => schema with { AdditionalProperties = Read(value, path) },
        "allOf" => schema with { AllOf = Schemas(value, path) },
        "anyOf" => schema with { AnyOf = Schemas(value, path) },
        "default" => schema with { Default = JsonCompactor.Write(value) },
        "description" => schema with { Description = Text(value, path) },
        "enum" => schema with { Enum = Items(value, path).Select(JsonCompactor.Write).ToEquatableArray() },
        "example" => schema with { Example = JsonCompactor.Write(value) },
        "exclusiveMaximum" => schema with { ExclusiveMaximum = Flag(value, path) },
        "exclusiveMinimum" => schema with { ExclusiveMinimum = Flag(value, path) },
        "externalDocs" => schema with { ExternalDocs = new ExternalDocumentation(value["url"]?.Text ?? "", value["description"]?.Text) },
        "format" => schema with { Format = Text(value, path) },
        "items" => schema with { Items = Read(value, path) },
        "maxItems" => schema with { MaxItems = Count(value, path) },
        "maxLength" => schema with { MaxLength = Count(value, path) },
        "maxProperties" => schema with { MaxProperties = Count(value, path) },
        "maximum" => schema with { Maximum = Number(value, path) },
        "minItems" => schema with { MinItems = Count(value, path) },
        "minLength" => schema with { MinLength = Count(value, path) },
        "minProperties" => schema with { MinProperties = Count(value, path) },
        "minimum" => schema with { Minimum = Number(value, path) },
        "multipleOf" => schema with { MultipleOf = Number(value, path) },
        "not" => schema with { Not = Read(value, path) },
        "nullable" => schema with { Nullable = Flag(value, path) },
        "oneOf" => schema with { OneOf = Schemas(value, path) },
        "pattern" => schema with { Pattern = Text(value, path) },
        "properties" => schema with { Properties = value.Members.Select(member => new SchemaProperty(member.Key, Read(member.Value, $"{path}.{member.Key}"))).ToEquatableArray() },
        "required" => schema with { Required = Texts(value, path) },
        "title" => schema with { Title = Text(value, path) },
        "type" => schema with { Type = Text(value, path) },
        "uniqueItems" when Flag(value, path) => throw Fault(path, "API servers refuse uniqueItems; write \"x-kubernetes-list-type\": \"set\""),
        "uniqueItems" => schema,
        "x-kubernetes-embedded-resource" => schema with { EmbeddedResource = Flag(value, path) },
        "x-kubernetes-int-or-string" => schema with { IntOrString = Flag(value, path) },
        "x-kubernetes-list-map-keys" => schema with { ListMapKeys = Texts(value, path) },
        "x-kubernetes-list-type" => schema with { ListType = Text(value, path) },
        "x-kubernetes-map-type" => schema with { MapType = Text(value, path) },
        "x-kubernetes-preserve-unknown-fields" when !Flag(value, path) => throw Fault(path, "it is true or left out"),
        "x-kubernetes-preserve-unknown-fields" => schema with { PreserveUnknownFields = Flag(value, path) },
        "x-kubernetes-validations" => schema with { CelRules = Items(value, path).Select(Rule).ToEquatableArray() },
        _ => throw Fault(path, "API servers know no such key of a schema"),
    };

    private static CelRule Rule(JsonValue value) => new(value["rule"]?.Text ?? "")
    {
        FieldPath = value["fieldPath"]?.Text,
        Message = value["message"]?.Text,
        MessageExpression = value["messageExpression"]?.Text,
        OptionalOldSelf = value["optionalOldSelf"]?.Text == "true",
        Reason = value["reason"]?.Text,
    };

    private static EquatableArray<Schema> Schemas(JsonValue value, string path) =>
        Items(value, path).Select((item, index) => Read(item, $"{path}[{index}]")).ToEquatableArray();

    private static EquatableArray<string> Texts(JsonValue value, string path) => Items(value, path).Select(item => Text(item, path)).ToEquatableArray();

    private static List<JsonValue> Items(JsonValue value, string path) => value.Kind == JsonKind.Array ? value.Items : throw Fault(path, "a list is expected");

    private static string Text(JsonValue value, string path) => value.Kind == JsonKind.Text ? value.Text : throw Fault(path, "a text is expected");

    private static bool Flag(JsonValue value, string path) => value.Kind == JsonKind.Boolean ? value.Text == "true" : throw Fault(path, "true or false is expected");

    private static string Number(JsonValue value, string path) => value.Kind == JsonKind.Number ? value.Text : throw Fault(path, "a number is expected");

    private static long Count(JsonValue value, string path) =>
        long.TryParse(Number(value, path), System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var count)
            ? count
            : throw Fault(path, "a whole number is expected");

    private static FormatException Fault(string path, string problem) => new(path.Length == 0 ? problem : $"{path}: {problem}");
}
