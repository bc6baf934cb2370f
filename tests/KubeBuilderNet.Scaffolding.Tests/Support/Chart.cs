using System.Text.Json.Nodes;
using KubeBuilderNet.Scaffolding.Applying;
using KubeBuilderNet.Scaffolding.Helm;
using KubeBuilderNet.Scaffolding.Yaml;

namespace KubeBuilderNet.Scaffolding.Tests.Support;

/// <summary>A chart in memory, and what Helm would make of it.</summary>
internal static class Chart
{
    public static HelmOptions Options { get; } = new() { ChartName = "shop" };

    /// <summary>What kustomize renders of a project with every part of config/.</summary>
    public static IReadOnlyList<JsonNode> Rendered()
    {
        using var stream = typeof(Chart).Assembly.GetManifestResourceStream("shop.yaml")!;
        return YamlJson.Parse("shop.yaml", new StreamReader(stream).ReadToEnd());
    }

    public static MemoryFileSystem Create(IReadOnlyList<JsonNode>? documents = null, MemoryFileSystem? files = null, HelmOptions? options = null)
    {
        files ??= new MemoryFileSystem();
        new PlanApplier(files).Apply(HelmScaffold.Plan(files, documents ?? Rendered(), options ?? Options), TestContext.Current.CancellationToken);
        return files;
    }

    /// <summary>The objects of a release, by kind and name.</summary>
    /// <param name="files">The chart.</param>
    /// <param name="values">Values besides those of its file, as <c>a.b=true</c>.</param>
    /// <param name="release">The release's name.</param>
    public static Dictionary<string, JsonObject> Template(MemoryFileSystem files, string[]? values = null, string release = "shop")
    {
        var all = YamlJson.Parse("values.yaml", files.Files["dist/chart/values.yaml"]).Single();
        foreach (var value in values ?? [])
            Set(all, value.Split('=')[0].Split('.'), YamlJson.Parse(value, value.Split('=', 2)[1]).Single());
        var root = new Dictionary<string, object?>
        {
            ["Values"] = HelmExpression.FromJson(all),
            ["Release"] = new Dictionary<string, object?> { ["Name"] = release, ["Namespace"] = "shop-system", ["Service"] = "Helm" },
            ["Chart"] = new Dictionary<string, object?> { ["Name"] = "shop", ["Version"] = "0.1.0", ["AppVersion"] = "0.1.0" },
        };
        var template = new HelmTemplate(root, HelmTemplate.Define(files.Files["dist/chart/templates/_helpers.tpl"]));
        return files.Files.Where(file => file.Key.StartsWith("dist/chart/templates/", StringComparison.Ordinal) && file.Key.EndsWith(".yaml", StringComparison.Ordinal))
            .SelectMany(file => YamlJson.Parse(file.Key, template.Render(file.Value))).ToDictionary(KeyOf, item => item.AsObject());
    }

    public static string KeyOf(JsonNode item) => $"{(string)item["kind"]!} {(string)item["metadata"]!["name"]!}";

    private static void Set(JsonNode values, string[] path, JsonNode value)
    {
        foreach (var key in path[..^1])
            values = values[key]!;
        values[path[^1]] = value;
    }
}
