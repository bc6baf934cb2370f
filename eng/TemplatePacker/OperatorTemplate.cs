using System.Text.Json.Nodes;

namespace KubeBuilderNet.TemplatePacker;

/// <summary>The template's files: a folder for those that every project has, and one for each combination of options that some depend on.</summary>
internal static class OperatorTemplate
{
    private const string Common = "common";

    private static readonly string[] Axes = ["license", "multigroup", "namespaced"];

    public static IEnumerable<(string Path, string Text)> Files(string version)
    {
        var variants = Variant.All.Select(variant => (Variant: variant, Files: variant.Files(version))).ToList();
        var sources = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in variants.SelectMany(variant => variant.Files.Keys).Distinct())
        {
            var axes = Axes.Where(axis => DependsOn(axis, path, variants)).ToList();
            foreach (var (variant, texts) in variants.Where(variant => variant.Files.ContainsKey(path)))
            {
                var folder = axes.Count == 0 ? Common : string.Join('.', axes.Select(variant.Value));
                sources[folder] = string.Join(" && ", axes.Select(variant.Condition));
                files[$"content/{folder}/{path}"] = texts[path];
            }
        }
        return files.Select(file => (file.Key, file.Value)).Append((".template.config/template.json", Json(sources)));
    }

    // Whether two projects that differ in nothing else have other texts.
    private static bool DependsOn(string axis, string path, List<(Variant Variant, IReadOnlyDictionary<string, string> Files)> variants) => variants
        .GroupBy(variant => string.Join('.', Axes.Where(other => other != axis).Select(variant.Variant.Value)))
        .Any(group => group.Select(variant => variant.Files.GetValueOrDefault(path)).Distinct().Count() > 1);

    private static string Json(SortedDictionary<string, string> sources)
    {
        using var stream = typeof(OperatorTemplate).Assembly.GetManifestResourceStream("operator.template.json")!;
        var template = JsonNode.Parse(stream)!.AsObject();
        template["sources"] = new JsonArray([.. sources.Select(source => new JsonObject
        {
            ["source"] = $"./content/{source.Key}/",
            ["target"] = "./",
            ["condition"] = source.Value.Length == 0 ? "true" : source.Value,
        })]);
        return template.ToJsonString(new() { WriteIndented = true, NewLine = "\n" }) + "\n";
    }
}
