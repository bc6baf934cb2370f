using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;

namespace KubeBuilderNet.Generators.Parsing.Checks.Values;

/// <summary>What an object must have and may have.</summary>
internal static class ObjectChecks
{
    public static string? Count(Schema schema, JsonValue value)
    {
        if (value.Kind != JsonKind.Object)
            return null;
        if (value.Members.Count < schema.MinProperties)
            return $"the object has fewer properties than {schema.MinProperties}";
        return value.Members.Count > schema.MaxProperties ? $"the object has more properties than {schema.MaxProperties}" : null;
    }

    // API servers fill in the defaults inside of a value only after they have checked it as a default.
    public static string? Required(Schema schema, JsonValue value) => value.Kind != JsonKind.Object
        ? null
        : schema.Required.FirstOrDefault(name => value[name] is null)
            is { } missing ? $"the object lacks '{missing}', which is required" : null;

    public static string? Embedded(Schema schema, JsonValue value)
    {
        if (!schema.EmbeddedResource || value.Kind != JsonKind.Object)
            return null;
        return value["apiVersion"]?.Kind == JsonKind.Text && value["kind"]?.Kind == JsonKind.Text
            ? null
            : "an embedded resource needs an apiVersion and a kind";
    }

    /// <summary>Whether a property that the schema doesn't name is kept.</summary>
    public static bool Knows(Schema schema, string name) => schema.PreserveUnknownFields
        || (schema.EmbeddedResource && name is "apiVersion" or "kind" or "metadata")
        || schema.Type is not "object" && schema.Properties.Count == 0;
}
