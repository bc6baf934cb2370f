using KubeBuilderNet.Scaffolding.Applying;
using KubeBuilderNet.Scaffolding.Init;
using KubeBuilderNet.Scaffolding.Planning;
using KubeBuilderNet.Scaffolding.Plugins;
using KubeBuilderNet.Scaffolding.Projects;
using KubeBuilderNet.Scaffolding.Resources;
using KubeBuilderNet.Scaffolding.Templates;
using KubeBuilderNet.Scaffolding.Yaml;

namespace KubeBuilderNet.Scaffolding.Apis;

/// <summary>The files that kbnet writes for a kind, with their texts: for writing them, and for telling later whether somebody edited them.</summary>
/// <param name="files">The project's files.</param>
/// <param name="project">The project.</param>
/// <param name="entry">The kind.</param>
/// <param name="image">What its objects run, for the plug-in deploy-image; null without it.</param>
internal sealed class KindFiles(IFileSystem files, Project project, ProjectResource entry, DeployImage? image = null)
{
    private readonly KindNames _names = new(project, entry);
    private readonly string _header = LicenseHeader.Of(files);
    private readonly string _kit = image is not null ? "deploy-image" : entry.HasApi ? "api" : "foreign-api";

    private Resource Resource => entry.Resource;

    /// <summary>The class, its sample and its roles.</summary>
    public IEnumerable<(string Path, string Text)> OfResource() =>
        TemplateTree.Render($"{_kit}/class", Values()).Concat(TemplateTree.Render("api/roles", Values())).Concat(TemplateTree.Render($"{_kit}/sample", Values()));

    /// <summary>Whether the class that is there is what kbnet writes: of an edited or imported one nobody knows the members.</summary>
    public bool HasClassAsWritten() => TemplateTree.Render("api/class", Values()).All(file =>
        files.FileExists(file.Path) && PlanBuilder.SameText(files.ReadText(file.Path), file.Text));

    /// <summary>A controller and its tests.</summary>
    /// <param name="name">The controller's name.</param>
    /// <param name="hasStatus">Whether it reports in the status that kbnet gives a class; says nothing to deploy-image and to kinds of others.</param>
    public IEnumerable<(string Path, string Text)> OfController(string name, bool hasStatus)
    {
        var values = ControllerValues(name, hasStatus);
        var hasTests = files.FileExists($"tests/{project.Name}.Tests/{project.Name}.Tests.csproj");
        return TemplateTree.Render($"{_kit}/controller", values).Concat(hasTests ? TemplateTree.Render($"{_kit}/tests", values) : []);
    }

    /// <summary>The role bindings, patches and such that a kind of its sort needs in config/.</summary>
    public IEnumerable<(string Path, string Text)> OfManager() => image is null ? [] : TemplateTree.Render("deploy-image/manager", Values());

    private Dictionary<string, object?> ControllerValues(string name, bool hasStatus)
    {
        var model = entry.IsCore ? KubernetesKind.Find(Resource.Group, Resource.Version, Resource.Kind, out _)!.Class : Resource.Kind;
        var reference = new ClassReference(project, model, entry.Path);
        var values = Values();
        values["class"] = reference.Name;
        values["reconciler"] = _names.ControllerClass(name);
        values["controller"] = name;
        values["has_status"] = hasStatus;
        values["controller_folder"] = _names.ControllerFolder;
        values["controller_namespace"] = _names.ControllerNamespace;
        values["test_folder"] = _names.TestFolder;
        values["test_namespace"] = _names.TestNamespace;
        values["usings"] = reference.Usings(
            "KubeBuilderNet", "KubeBuilderNet.Annotations", "KubeBuilderNet.Caching", "KubeBuilderNet.Client", "KubeBuilderNet.Conditions", "KubeBuilderNet.Finalizers",
            "KubeBuilderNet.Reconciling", "Microsoft.Extensions.Logging", "k8s.Models");
        values["foreign_usings"] = reference.Usings("KubeBuilderNet", "KubeBuilderNet.Annotations", "KubeBuilderNet.Caching", "KubeBuilderNet.Reconciling", "Microsoft.Extensions.Logging");
        values["image_usings"] = reference.Usings(
            "KubeBuilderNet", "KubeBuilderNet.Annotations", "KubeBuilderNet.Caching", "KubeBuilderNet.Client", "KubeBuilderNet.Client.Errors", "KubeBuilderNet.Conditions", "KubeBuilderNet.Events",
            "KubeBuilderNet.Finalizers", "KubeBuilderNet.Reconciling", "Microsoft.Extensions.Logging", "k8s.Models");
        values["test_usings"] = reference.Usings(
            _names.ControllerNamespace, "KubeBuilderNet", "KubeBuilderNet.Caching", "KubeBuilderNet.Client", "KubeBuilderNet.Client.Errors",
            "KubeBuilderNet.Reconciling", "Microsoft.Extensions.Logging.Abstractions", "k8s.Models");
        values["foreign_test_usings"] = reference.Usings(
            _names.ControllerNamespace, "KubeBuilderNet", "KubeBuilderNet.Caching", "KubeBuilderNet.Reconciling", "Microsoft.Extensions.Logging.Abstractions");
        values["deployment_usings"] = reference.Usings("KubeBuilderNet.Owners", "k8s.Models");
        values["image_test_usings"] = reference.Usings(
            _names.ControllerNamespace, "KubeBuilderNet", "KubeBuilderNet.Caching", "KubeBuilderNet.Client", "KubeBuilderNet.Client.Errors",
            "KubeBuilderNet.Events", "KubeBuilderNet.Reconciling", "Microsoft.Extensions.Logging.Abstractions", "k8s", "k8s.Models");
        return values;
    }

    private Dictionary<string, object?> Values() => new()
    {
        ["header"] = _header,
        ["project"] = project.Name,
        ["project_yaml"] = YamlText.Of(project.Name),
        ["role_kind"] = project.Namespaced && Resource.Namespaced ? "Role" : "ClusterRole",
        ["kind"] = Resource.Kind,
        ["kind_yaml"] = YamlText.Of(Resource.Kind),
        ["singular"] = _names.Singular,
        ["plural"] = Resource.Plural,
        ["plural_yaml"] = YamlText.Of(Resource.Plural),
        ["version"] = Resource.Version,
        ["is_namespaced"] = Resource.Namespaced,
        ["api_group"] = Resource.QualifiedGroup,
        ["api_group_yaml"] = YamlText.Of(Resource.QualifiedGroup),
        ["api_namespace"] = _names.ApiNamespace,
        ["api_path"] = _names.ApiPath,
        ["attribute_arguments"] = _names.AttributeArguments,
        ["sample_file"] = _names.SampleFile,
        ["role_file"] = _names.RoleFile,
        ["role_name"] = _names.RoleName,
        ["image"] = image is null ? null : ImageValues.Of(image),
    };
}
