using KubeBuilderNet.Scaffolding.Planning;
using KubeBuilderNet.Scaffolding.Resources;
using KubeBuilderNet.Scaffolding.Yaml;

namespace KubeBuilderNet.Scaffolding.Apis;

/// <summary>The lists of what is deployed, in config/.</summary>
internal static class Kustomization
{
    private const string Definitions = "config/crd/kustomization.yaml";

    /// <summary>The definition that the build writes for a kind is deployed.</summary>
    public static void AddDefinition(PlanBuilder plan, Resource resource) =>
        Add(plan, Definitions, [$"bases/{resource.QualifiedGroup}_{resource.Plural}.yaml"]);

    /// <summary>Files that stand beside the list are deployed.</summary>
    public static void Add(PlanBuilder plan, string path, IReadOnlyList<string> resources) =>
        plan.Edit(path, "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n", text =>
        {
            var file = new YamlDocumentText(path, text);
            foreach (var resource in resources)
                file.AddItem("resources", resource);
            return file.ToString();
        });
}
