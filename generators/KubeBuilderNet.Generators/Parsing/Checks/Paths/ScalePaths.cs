using KubeBuilderNet.Generators.Model;

namespace KubeBuilderNet.Generators.Parsing.Checks.Paths;

/// <summary>The paths of the scale subresource: two integers and a text, below spec and status.</summary>
internal static class ScalePaths
{
    private static readonly string[] Spec = ["spec"];
    private static readonly string[] Status = ["status"];
    private static readonly string[] Either = ["spec", "status"];

    /// <summary>Each path with what is wrong with it.</summary>
    public static IEnumerable<(string What, string Path, PathFault Fault)> Find(string specPath, string statusPath, string? selectorPath, Schema schema)
    {
        foreach (var (what, path, roots, type) in new[]
        {
            ("spec path", specPath, Spec, "integer"), ("status path", statusPath, Status, "integer"), ("selector path", selectorPath, Either, "string"),
        })
        {
            if (path is not null && Follow(schema, path, roots, type) is { } fault)
                yield return (what, path, fault);
        }
    }

    private static PathFault? Follow(Schema schema, string path, string[] roots, string type)
    {
        if (SchemaPath.Split(path) is not { Count: > 1 } names || path.IndexOf('[') >= 0 || !roots.Contains(names[0]))
            return new PathFault($"it is a path of names with dots between them below .{string.Join(" or .", roots)}, such as '.{roots[roots.Length - 1]}.replicas'", IsRefused: true);
        var end = SchemaPath.Follow(schema, path);
        if (end.Problem is { } problem)
            return new PathFault(problem, IsRefused: false) { Replacement = end.Replacement };
        return end.Schema is null || end.Schema.Type == type
            ? null
            : new PathFault($"{(type == "integer" ? "an integer" : "a text")} must lie there, and there lies {end.Schema.Type ?? "any value"}", IsRefused: false);
    }
}
