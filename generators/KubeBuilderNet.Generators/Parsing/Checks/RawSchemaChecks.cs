using KubeBuilderNet.Generators.Diagnostics;
using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Parsing.Checks.Values;

namespace KubeBuilderNet.Generators.Parsing.Checks;

/// <summary>A schema written as JSON must be one that API servers take.</summary>
internal static class RawSchemaChecks
{
    private static readonly string[] Causes = ["RawSchemaAttribute"];

    public static IEnumerable<Problem> Find(string raw)
    {
        if (JsonReader.TryRead(raw, out _) is not { } json)
            yield break;
        if (SchemaReader.TryRead(json, out var problem) is not { } schema)
            yield return new Problem(DiagnosticDescriptors.NotStructural, Causes, "the raw schema", problem);
        else
        {
            foreach (var (path, text) in StructuralChecks.Find(schema, isRoot: false).Take(1))
                yield return new Problem(DiagnosticDescriptors.NotStructural, Causes, path, text);
        }
    }
}
