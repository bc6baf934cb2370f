using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;

namespace KubeBuilderNet.Generators.Emit;

/// <summary>Writes a schema with its keys in the order that controller-gen gives them: alphabetical.</summary>
internal static class SchemaWriter
{
    public static void Write(JsonWriter json, Schema schema)
    {
        if (schema.Raw is not null)
        {
            json.Raw(schema.Raw);
            return;
        }
        json.StartObject();
        if (ReferenceEquals(schema.AdditionalProperties, Schema.Anything))
            json.Name("additionalProperties").Value(true);
        else
            WriteNode(json, "additionalProperties", schema.AdditionalProperties);
        WriteNodes(json, "allOf", schema.AllOf);
        WriteNodes(json, "anyOf", schema.AnyOf);
        WriteRaw(json, "default", schema.Default);
        WriteText(json, "description", schema.Description);
        WriteRaws(json, "enum", schema.Enum);
        WriteRaw(json, "example", schema.Example);
        WriteFlag(json, "exclusiveMaximum", schema.ExclusiveMaximum);
        WriteFlag(json, "exclusiveMinimum", schema.ExclusiveMinimum);
        WriteExternalDocs(json, schema.ExternalDocs);
        WriteText(json, "format", schema.Format);
        WriteNode(json, "items", schema.Items);
        WriteNumber(json, "maxItems", schema.MaxItems);
        WriteNumber(json, "maxLength", schema.MaxLength);
        WriteNumber(json, "maxProperties", schema.MaxProperties);
        WriteRaw(json, "maximum", schema.Maximum);
        WriteNumber(json, "minItems", schema.MinItems);
        WriteNumber(json, "minLength", schema.MinLength);
        WriteNumber(json, "minProperties", schema.MinProperties);
        WriteRaw(json, "minimum", schema.Minimum);
        WriteRaw(json, "multipleOf", schema.MultipleOf);
        WriteNode(json, "not", schema.Not);
        WriteFlag(json, "nullable", schema.Nullable);
        WriteNodes(json, "oneOf", schema.OneOf);
        WriteText(json, "pattern", schema.Pattern);
        WriteProperties(json, schema.Properties);
        WriteTexts(json, "required", schema.Required);
        WriteText(json, "title", schema.Title);
        WriteText(json, "type", schema.Type);
        WriteFlag(json, "x-kubernetes-embedded-resource", schema.EmbeddedResource);
        WriteFlag(json, "x-kubernetes-int-or-string", schema.IntOrString);
        WriteTexts(json, "x-kubernetes-list-map-keys", schema.ListMapKeys);
        WriteText(json, "x-kubernetes-list-type", schema.ListType);
        WriteText(json, "x-kubernetes-map-type", schema.MapType);
        WriteFlag(json, "x-kubernetes-preserve-unknown-fields", schema.PreserveUnknownFields);
        WriteRules(json, schema.CelRules);
        json.EndObject();
    }

    private static void WriteRules(JsonWriter json, EquatableArray<CelRule> rules)
    {
        if (rules.Count == 0)
            return;
        json.Name("x-kubernetes-validations").StartArray();
        foreach (var rule in rules)
        {
            json.StartObject();
            WriteText(json, "fieldPath", rule.FieldPath);
            WriteText(json, "message", rule.Message);
            WriteText(json, "messageExpression", rule.MessageExpression);
            WriteFlag(json, "optionalOldSelf", rule.OptionalOldSelf);
            WriteText(json, "reason", rule.Reason);
            json.Name("rule").Value(rule.Rule).EndObject();
        }
        json.EndArray();
    }

    private static void WriteExternalDocs(JsonWriter json, ExternalDocumentation? docs)
    {
        if (docs is null)
            return;
        json.Name("externalDocs").StartObject();
        WriteText(json, "description", docs.Description);
        json.Name("url").Value(docs.Url).EndObject();
    }

    private static void WriteNodes(JsonWriter json, string name, EquatableArray<Schema> schemas)
    {
        if (schemas.Count == 0)
            return;
        json.Name(name).StartArray();
        foreach (var schema in schemas)
            Write(json, schema);
        json.EndArray();
    }

    private static void WriteProperties(JsonWriter json, EquatableArray<SchemaProperty> properties)
    {
        if (properties.Count == 0)
            return;
        json.Name("properties").StartObject();
        foreach (var property in properties)
        {
            json.Name(property.Name);
            Write(json, property.Schema);
        }
        json.EndObject();
    }

    private static void WriteNode(JsonWriter json, string name, Schema? schema)
    {
        if (schema is null)
            return;
        json.Name(name);
        Write(json, schema);
    }

    public static void WriteText(JsonWriter json, string name, string? text)
    {
        if (text is not null)
            json.Name(name).Value(text);
    }

    private static void WriteRaw(JsonWriter json, string name, string? text)
    {
        if (text is not null)
            json.Name(name).Raw(text);
    }

    private static void WriteNumber(JsonWriter json, string name, long? number)
    {
        if (number is { } value)
            json.Name(name).Value(value);
    }

    private static void WriteFlag(JsonWriter json, string name, bool flag)
    {
        if (flag)
            json.Name(name).Value(true);
    }

    private static void WriteRaws(JsonWriter json, string name, EquatableArray<string> values)
    {
        if (values.Count == 0)
            return;
        json.Name(name).StartArray();
        foreach (var value in values)
            json.Raw(value);
        json.EndArray();
    }

    public static void WriteTexts(JsonWriter json, string name, EquatableArray<string> texts)
    {
        if (texts.Count == 0)
            return;
        json.Name(name).StartArray();
        foreach (var text in texts)
            json.Value(text);
        json.EndArray();
    }
}
