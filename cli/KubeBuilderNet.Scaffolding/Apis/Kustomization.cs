using KubeBuilderNet.Scaffolding.Planning;
using KubeBuilderNet.Scaffolding.Resources;
using KubeBuilderNet.Scaffolding.Yaml;

namespace KubeBuilderNet.Scaffolding.Apis;

/// <summary>The lists of what is deployed, in config/.</summary>
internal static class Kustomization
{
    public const string Definitions = "config/crd/kustomization.yaml";
    public const string Rbac = "config/rbac/kustomization.yaml";
    public const string Samples = "config/samples/kustomization.yaml";
    public const string Manager = "config/manager/kustomization.yaml";

    private const string Empty = "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n";

    /// <summary>The file that the build writes a kind's definition to, as the list of definitions names it.</summary>
    public static string DefinitionOf(Resource resource) => $"bases/{resource.QualifiedGroup}_{resource.Plural}.yaml";

    /// <summary>Files that stand beside a list are deployed.</summary>
    public static void Add(PlanBuilder plan, string path, params IReadOnlyList<string> resources) => Edit(plan, path, Empty, file =>
    {
        foreach (var resource in resources)
            file.AddItem("resources", resource);
    });

    /// <summary>Files that stand beside a list are deployed no longer.</summary>
    public static void Remove(PlanBuilder plan, string path, params IReadOnlyList<string> resources) => Edit(plan, path, null, file =>
    {
        foreach (var resource in resources)
            file.RemoveItem("resources", resource);
    });

    /// <summary>Changes a list; what isn't there starts from a given text, or stays away.</summary>
    public static void Edit(PlanBuilder plan, string path, string? whenMissing, Action<YamlDocumentText> edit) => plan.Edit(path, whenMissing, text =>
    {
        var file = new YamlDocumentText(path, text);
        edit(file);
        return file.ToString();
    });
}
