using KubeBuilderNet.Scaffolding.Naming;
using KubeBuilderNet.Scaffolding.Projects;
using KubeBuilderNet.Scaffolding.Resources;

namespace KubeBuilderNet.Scaffolding.Apis;

/// <summary>Where a kind's files lie and what its names are in them.</summary>
/// <param name="project">The project.</param>
/// <param name="resource">The kind.</param>
/// <param name="path">The namespace that PROJECT gives its class; null for a new one.</param>
internal sealed class KindNames(Project project, Resource resource, string? path = null)
{
    private static readonly string[] Roles = ["admin", "editor", "viewer"];

    // A folder of the group only where PROJECT said multigroup when the kind was made, as kubebuilder has it.
    private readonly string? _groupName = IsGrouped(project, resource, path) ? GroupNameOf(resource) : null;

    public KindNames(Project project, ProjectResource entry)
        : this(project, entry.Resource, entry.HasApi ? entry.Path : null)
    {
    }

    public string ApiNamespace => Join('.', project.RootNamespace, "Api", _groupName, resource.VersionName);

    public string ApiPath => Join('/', "Api", _groupName, resource.VersionName, resource.Kind);

    public string ControllerFolder => Join('/', "Controllers", _groupName);

    public string ControllerNamespace => Join('.', project.RootNamespace, "Controllers", _groupName);

    public string TestFolder => Join('/', "tests", project.Name + ".Tests", "Controllers", _groupName);

    public string TestNamespace => Join('.', project.RootNamespace, "Tests", "Controllers", _groupName);

    public string Singular => ProjectResource.DefaultController(resource.Kind);

    public string SampleFile => Join('_', resource.Group.Length > 0 ? resource.Group : null, resource.Version, Singular);

    public string RoleFile => Join('_', _groupName is not null && resource.Group.Length > 0 ? resource.Group : null, Singular);

    public IReadOnlyList<string> RoleFiles => [.. Roles.Select(role => $"{RoleFile}_{role}_role.yaml")];

    public string RoleName => RoleFile.Replace('_', '-');

    /// <summary>The class of a controller: the kind's own name for the default one, else made from the controller's.</summary>
    public string ControllerClass(string controller) => (controller == Singular ? resource.Kind : CSharpName.Pascal(controller)) + "Reconciler";

    /// <summary>The arguments of <c>[CustomResource]</c> after group and version.</summary>
    public string AttributeArguments =>
        (resource.HasIrregularPlural ? $", Plural = \"{resource.Plural}\"" : "")
        + (resource.Namespaced ? "" : ", Scope = ResourceScope.Cluster")
        + (resource.ShortNames.Count > 0 ? $", ShortNames = [{string.Join(", ", resource.ShortNames.Select(name => $"\"{name}\""))}]" : "");

    internal static string Join(char separator, params string?[] parts) => string.Join(separator, parts.Where(part => part is not null));

    private static bool IsGrouped(Project project, Resource resource, string? path) => path is null
        ? project.MultiGroup
        : path == Join('.', project.RootNamespace, "Api", GroupNameOf(resource), resource.VersionName);

    private static string GroupNameOf(Resource resource) => CSharpName.Pascal(resource.Group.Length > 0 ? resource.Group : resource.Domain);
}
