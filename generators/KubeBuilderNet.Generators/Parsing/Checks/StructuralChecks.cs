using System.Runtime.CompilerServices;
using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;
using KubeBuilderNet.Generators.Parsing.Rules;

namespace KubeBuilderNet.Generators.Parsing.Checks;

/// <summary>Whether a whole schema is structural and valid, as API servers demand it of a definition.</summary>
/// <remarks>Follows <c>ValidateStructural</c> and <c>ValidateCustomResourceDefinitionOpenAPISchema</c> of k8s.io/apiextensions-apiserver.</remarks>
internal static class StructuralChecks
{
    private static readonly string[] Types = ["string", "integer", "number", "boolean", "object", "array"];
    private static readonly string[] MapTypes = ["atomic", "granular"];

    /// <summary>The checks of single nodes that API servers make, too.</summary>
    private static readonly Func<Schema, IEnumerable<Problem>>[] Enforced =
        [PatternChecks.Find, ListTypeChecks.Find, CelRuleChecks.Find, ValueChecks.Default];

    // Kubernetes' own types are the same nodes in every definition and at every edit: once right, they stay so.
    private static readonly ConditionalWeakTable<Schema, object> Right = new();

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
        // Raw JSON is read whole where it is written.
        if (schema.Raw is not null || (!isRoot && Right.TryGetValue(schema, out _)))
            return;
        var before = found.Count;
        foreach (var check in Enforced)
        {
            foreach (var problem in check(schema))
                Report(problem.Text);
        }
        foreach (var text in Shape(schema, isRoot).Concat(Extensions(schema)).Concat(Metadata(schema, isRoot)).Concat(ConditionChecks.Find(schema)))
            Report(text);
        if (schema.Items is not null)
            Visit(schema.Items, false, path + ".items", found);
        if (schema.AdditionalProperties is { } values && !ReferenceEquals(values, Schema.Anything))
            Visit(values, false, path + ".additionalProperties", found);
        foreach (var property in schema.Properties)
            Visit(property.Schema, false, $"{path}.{property.Name}", found);
        if (!isRoot && schema.Properties.Count > 0 && found.Count == before)
            Right.GetValue(schema, static _ => new object());
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
        if (isRoot && (schema.AdditionalProperties is not null || schema.Nullable || schema.Default is not null))
            yield return "the root can't have additionalProperties, be null or have a default";
        if (schema.AdditionalProperties is not null && schema.Properties.Count > 0)
            yield return "properties and additionalProperties exclude each other";
    }

    private static IEnumerable<string> Extensions(Schema schema)
    {
        if (schema.ListType is { } listType && !MergeRules.ListTypes.Contains(listType))
            yield return $"there is no list type '{listType}'; write one of {string.Join(", ", MergeRules.ListTypes)}";
        if (schema.MapType is { } mapType && !MapTypes.Contains(mapType))
            yield return $"there is no map type '{mapType}'; write one of {string.Join(", ", MapTypes)}";
        if (schema.MapType is not null && schema.Type != "object")
            yield return "only objects have a map type";
        if (schema is { IntOrString: true, PreserveUnknownFields: true })
            yield return "an integer or text has no unknown fields to preserve";
        if (schema is { EmbeddedResource: true, Type: not "object" })
            yield return "an embedded resource is an object";
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
        metadata.Properties.All(property => property is { Name: "name" or "generateName", Schema.Default: null })
        && (metadata with { Type = null, Properties = EquatableArray<SchemaProperty>.Empty }).Equals(Schema.Empty);
}
