using KubeBuilderNet.Generators.Diagnostics;
using KubeBuilderNet.Generators.Model;
using KubeBuilderNet.Generators.Parsing.Checks.Paths;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing.Checks;

/// <summary>Fields that clients select objects by: at most eight scalars, in no list and not in the metadata.</summary>
internal static class SelectableFieldChecks
{
    private const int MaxFields = 8;

    public static IEnumerable<(AttributeData Cause, Problem Problem)> Find(INamedTypeSymbol type, Schema schema)
    {
        var paths = new HashSet<string>(StringComparer.Ordinal);
        foreach (var attribute in type.Attributes("SelectableFieldAttribute"))
        {
            if (attribute.Argument(0) is not string path)
                continue;
            if (!paths.Add(path))
                yield return (attribute, Problem(path, "it is there twice"));
            else if (paths.Count > MaxFields)
                yield return (attribute, Problem(path, $"a definition may have {MaxFields} of them"));
            else if (Follow(schema, path) is { } problem)
                yield return (attribute, problem);
        }
    }

    private static Problem? Follow(Schema schema, string path)
    {
        if (SchemaPath.Split(path) is not { Count: > 0 } names || path.IndexOf('[') >= 0)
            return Problem(path, "it is no path of names with dots between them, such as '.spec.color'");
        if (names[0] is "metadata" or "apiVersion" or "kind")
            return Problem(path, "the name and the namespace can be selected by anyway, and nothing else that every object has");
        var end = SchemaPath.Follow(schema, path);
        if (end.Problem is { } problem)
            return Problem(path, problem) with { Replacement = end.Replacement };
        return end.Schema is { Type: "string" or "integer" or "boolean" } ? null : Problem(path, "it is neither a text nor an integer nor a truth value");
    }

    private static Problem Problem(string path, string text) => new(DiagnosticDescriptors.InvalidSelectableField, [], path, text);
}
