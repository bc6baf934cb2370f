using KubeBuilderNet.Generators.Diagnostics;
using KubeBuilderNet.Generators.Model;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing.Checks;

/// <summary>The paths of the scale subresource: two integers and a text, below spec and status.</summary>
internal static class ScaleChecks
{
    public static IEnumerable<(AttributeData Cause, Problem Problem)> Find(INamedTypeSymbol type, Schema schema)
    {
        foreach (var attribute in type.Attributes("ScaleSubresourceAttribute"))
        {
            foreach (var (what, path, roots, jsonType) in new[]
            {
                ("spec path", attribute.Argument(0) as string, new[] { "spec" }, "integer"),
                ("status path", attribute.Argument(1) as string, ["status"], "integer"),
                ("selector path", attribute.Named("SelectorPath") as string, ["spec", "status"], "string"),
            })
            {
                if (path is not null && Follow(schema, path, roots, jsonType) is var (text, replacement) && text is not null)
                    yield return (attribute, new Problem(DiagnosticDescriptors.InvalidScalePath, [], what, path, text) { Replacement = replacement });
            }
        }
    }

    private static (string? Text, Replacement? Replacement) Follow(Schema schema, string path, string[] roots, string type)
    {
        if (SchemaPath.Split(path) is not { Count: > 1 } names || path.IndexOf('[') >= 0 || !roots.Contains(names[0]))
            return ($"it is a path of names with dots between them below .{string.Join(" or .", roots)}, such as '.{roots[roots.Length - 1]}.replicas'", null);
        var end = SchemaPath.Follow(schema, path);
        return end.Schema is null || end.Schema.Type == type ? (end.Problem, end.Replacement)
            : ($"{(type == "integer" ? "an integer" : "a text")} must lie there, and there lies {end.Schema.Type ?? "any value"}", null);
    }
}
