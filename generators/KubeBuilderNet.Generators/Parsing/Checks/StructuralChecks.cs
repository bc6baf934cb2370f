using KubeBuilderNet.Generators.Model;

namespace KubeBuilderNet.Generators.Parsing.Checks;

/// <summary>Whether a whole schema is structural and valid, as API servers demand it of a definition.</summary>
/// <remarks>Follows <c>ValidateStructural</c> and <c>ValidateCustomResourceDefinitionOpenAPISchema</c> of k8s.io/apiextensions-apiserver.</remarks>
internal static class StructuralChecks
{
    private static readonly string[] Types = ["string", "integer", "number", "boolean", "object", "array"];

    /// <summary>Each place and what is wrong there.</summary>
    public static IEnumerable<(string Path, string Text)> Find(Schema schema, bool isRoot = true)
    {
        var found = new List<(string, string)>();
        Visit(schema, isRoot, "", found);
        return found;
    }

    private static void Visit(Schema schema, bool isRoot, string path, List<(string Path, string Text)> found)
    {
        void Report(string text) => found.Add((path.Length == 0 ? "its root" : path, text));
        foreach (var problem in SchemaChecks.Find(schema))
            Report(problem.Text);
        // Raw JSON has been read whole by the checks above.
        if (schema.Raw is not null)
            return;
        foreach (var text in Shape(schema, isRoot))
            Report(text);
        foreach (var text in Metadata(schema, isRoot).Concat(ConditionChecks.Find(schema)))
            Report(text);
        if (schema.Items is not null)
            Visit(schema.Items, false, path + ".items", found);
        if (schema.AdditionalProperties is { } values && !ReferenceEquals(values, Schema.Anything))
            Visit(values, false, path + ".additionalProperties", found);
        foreach (var property in schema.Properties)
            Visit(property.Schema, false, $"{path}.{property.Name}", found);
    }

    private static IEnumerable<string> Shape(Schema schema, bool isRoot)
    {
        if (isRoot && schema.Type != "object")
            yield return "the root is an object";
        else if (schema.Type is null && !schema.IntOrString && !schema.PreserveUnknownFields)
            yield return "it has no type; write [SchemaType], or [PreserveUnknownFields] for any value";
        else if (schema.Type is { } type && !Types.Contains(type))
            yield return $"there is no type '{type}'; write one of {string.Join(", ", Types)}";
        if (schema.Type == "array" && schema.Items is null)
            yield return "a list needs the schema of its items";
        if (schema.AdditionalProperties is not null && isRoot)
            yield return "the root can't have additionalProperties";
        if (schema.AdditionalProperties is not null && schema.Properties.Count > 0)
            yield return "properties and additionalProperties exclude each other";
        if (schema is { EmbeddedResource: true, AdditionalProperties: not null })
            yield return "an embedded resource can't have additionalProperties";
        if (schema is { EmbeddedResource: true, PreserveUnknownFields: false, Properties.Count: 0 })
            yield return "an embedded resource needs properties, or [PreserveUnknownFields]";
    }

    // What every object has is the server's to describe: only the name may be limited.
    private static IEnumerable<string> Metadata(Schema schema, bool isRoot)
    {
        if (!isRoot && !schema.EmbeddedResource)
            yield break;
        foreach (var property in schema.Properties)
        {
            if (property is { Name: "apiVersion" or "kind", Schema.Type: not "string" })
                yield return $"'{property.Name}' is a string";
            if (property is not { Name: "metadata", Schema: var metadata })
                continue;
            if (metadata.Type != "object")
                yield return "'metadata' is an object";
            if (isRoot && !LimitsNameOnly(metadata))
                yield return "'metadata' may limit its name and generateName, and say nothing else";
        }
    }

    private static bool LimitsNameOnly(Schema metadata) =>
        metadata.Properties.All(property => property.Name is "name" or "generateName")
        && (metadata with { Type = null, Properties = default, Description = null }).Equals(new Schema());
}
