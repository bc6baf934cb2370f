using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;

namespace KubeBuilderNet.Generators.Emit;

/// <summary>Writes a schema with its keys in the order that controller-gen gives them: alphabetical.</summary>
internal sealed class SchemaWriter(JsonWriter json, SchemaOptions options)
{
    private static readonly Schema Text = new() { Type = "string" };
    private static readonly Schema Texts = new() { Type = "object", AdditionalProperties = Text };

    // Options never concern the object's own metadata, which no schema describes.
    private static readonly EquatableArray<SchemaProperty> ObjectMeta = EquatableArray.Of(
        new SchemaProperty("annotations", Texts),
        new SchemaProperty("finalizers", new Schema { Type = "array", Items = Text }),
        new SchemaProperty("labels", Texts),
        new SchemaProperty("name", Text),
        new SchemaProperty("namespace", Text));

    private bool _isInModel;

    public void Write(Schema schema)
    {
        if (schema.Raw is not null)
        {
            json.Raw(schema.Raw);
            return;
        }
        var description = _isInModel && !options.ModelDescriptions ? null : schema.Description;
        var isAround = _isInModel;
        _isInModel |= schema.Origin == SchemaOrigin.KubernetesModel;
        json.StartObject();
        WriteMembers(schema, description);
        json.EndObject();
        _isInModel = isAround;
    }

    private void WriteMembers(Schema schema, string? description)
    {
        if (ReferenceEquals(schema.AdditionalProperties, Schema.Anything))
            json.Name("additionalProperties").Value(true);
        else
            WriteNode("additionalProperties", schema.AdditionalProperties);
        WriteNodes("allOf", schema.AllOf);
        WriteNodes("anyOf", schema.AnyOf);
        json.WriteRaw("default", schema.Default);
        json.WriteText("description", Limited(description));
        json.WriteRaws("enum", schema.Enum);
        json.WriteRaw("example", schema.Example);
        json.WriteFlag("exclusiveMaximum", schema.ExclusiveMaximum);
        json.WriteFlag("exclusiveMinimum", schema.ExclusiveMinimum);
        WriteExternalDocs(schema.ExternalDocs);
        json.WriteText("format", schema.Format);
        WriteNode("items", schema.Items);
        json.WriteNumber("maxItems", schema.MaxItems);
        json.WriteNumber("maxLength", schema.MaxLength);
        json.WriteNumber("maxProperties", schema.MaxProperties);
        json.WriteRaw("maximum", schema.Maximum);
        json.WriteNumber("minItems", schema.MinItems);
        json.WriteNumber("minLength", schema.MinLength);
        json.WriteNumber("minProperties", schema.MinProperties);
        json.WriteRaw("minimum", schema.Minimum);
        json.WriteRaw("multipleOf", schema.MultipleOf);
        WriteNode("not", schema.Not);
        json.WriteFlag("nullable", schema.Nullable);
        WriteNodes("oneOf", schema.OneOf);
        json.WriteText("pattern", schema.Pattern);
        WriteProperties(schema.Origin == SchemaOrigin.ObjectMeta && options.EmbeddedObjectMeta ? ObjectMeta : schema.Properties);
        json.WriteTexts("required", schema.Required);
        json.WriteText("title", schema.Title);
        json.WriteText("type", schema.Type);
        json.WriteFlag("x-kubernetes-embedded-resource", schema.EmbeddedResource);
        json.WriteFlag("x-kubernetes-int-or-string", schema.IntOrString);
        json.WriteTexts("x-kubernetes-list-map-keys", schema.ListMapKeys);
        json.WriteText("x-kubernetes-list-type", schema.ListType);
        json.WriteText("x-kubernetes-map-type", schema.MapType);
        json.WriteFlag("x-kubernetes-preserve-unknown-fields", schema.PreserveUnknownFields);
        WriteRules(schema.CelRules);
    }

    private string? Limited(string? description) => (description, options.MaxDescriptionLength) switch
    {
        (null, _) or (_, 0) => null,
        (_, null) => description,
        (_, { } bytes) => DescriptionLimit.Apply(description, bytes),
    };

    private void WriteRules(EquatableArray<CelRule> rules)
    {
        if (rules.Count == 0)
            return;
        json.Name("x-kubernetes-validations").StartArray();
        foreach (var rule in rules)
        {
            json.StartObject();
            json.WriteText("fieldPath", rule.FieldPath);
            json.WriteText("message", rule.Message);
            json.WriteText("messageExpression", rule.MessageExpression);
            json.WriteFlag("optionalOldSelf", rule.OptionalOldSelf);
            json.WriteText("reason", rule.Reason);
            json.Name("rule").Value(rule.Rule).EndObject();
        }
        json.EndArray();
    }

    private void WriteExternalDocs(ExternalDocumentation? docs)
    {
        if (docs is null)
            return;
        json.Name("externalDocs").StartObject();
        json.WriteText("description", docs.Description);
        json.Name("url").Value(docs.Url).EndObject();
    }

    private void WriteNodes(string name, EquatableArray<Schema> schemas)
    {
        if (schemas.Count == 0)
            return;
        json.Name(name).StartArray();
        foreach (var schema in schemas)
            Write(schema);
        json.EndArray();
    }

    private void WriteProperties(EquatableArray<SchemaProperty> properties)
    {
        if (properties.Count == 0)
            return;
        json.Name("properties").StartObject();
        foreach (var property in properties)
        {
            json.Name(property.Name);
            Write(property.Schema);
        }
        json.EndObject();
    }

    private void WriteNode(string name, Schema? schema)
    {
        if (schema is null)
            return;
        json.Name(name);
        Write(schema);
    }
}
