using KubeBuilderNet.Scaffolding.Applying;
using KubeBuilderNet.Scaffolding.Init;
using KubeBuilderNet.Scaffolding.Planning;
using KubeBuilderNet.Scaffolding.Projects;
using KubeBuilderNet.Scaffolding.Resources;
using KubeBuilderNet.Scaffolding.Templates;
using KubeBuilderNet.Scaffolding.Yaml;

namespace KubeBuilderNet.Scaffolding.Apis;

/// <summary>A kind of one version in a project: its class, its controller, and what config/ says of it.</summary>
public static class CreateApiScaffold
{
    private const string RbacKustomization = "config/rbac/kustomization.yaml";
    private const string SamplesKustomization = "config/samples/kustomization.yaml";

    private static readonly string[] Roles = ["admin", "editor", "viewer"];

    /// <summary>Plans the kind.</summary>
    /// <exception cref="ScaffoldException">Names the flag or the file that stands in the way.</exception>
    public static Plan Plan(IFileSystem files, CreateApiOptions options)
    {
        var project = ProjectFile.Load(files);
        var resource = ResourceOf(project, options);
        ResourceChecks.Check(resource);
        ProjectChecks.Check(project, resource, options);

        var plan = new PlanBuilder(files, options.Force);
        var names = new ApiNames(project, resource);
        var values = Values(files, project, resource, names);
        if (options.HasResource)
            PlanResource(plan, resource, names, values);
        if (options.HasController)
            PlanController(plan, values);
        plan.Edit(ProjectFile.Path, "", text =>
            ProjectFile.WithResource(text, resource, names.ApiNamespace, options.HasResource, options.HasController));
        return plan.Build();
    }

    // Versions of one kind are one CRD: they share the plural and the scope.
    private static Resource ResourceOf(Project project, CreateApiOptions options)
    {
        var resource = new Resource
        {
            Group = options.Group,
            Domain = project.Domain,
            Version = options.Version,
            Kind = options.Kind,
            Plural = "",
            ShortNames = options.ShortNames,
        };
        var sibling = project.Resources.Select(entry => entry.Resource).FirstOrDefault(other => other.HasSameKind(resource));
        return resource with
        {
            Plural = options.Plural ?? sibling?.Plural ?? (options.Kind.Length > 0 ? Resource.DefaultPlural(options.Kind) : ""),
            Namespaced = options.Namespaced ?? sibling?.Namespaced ?? true,
        };
    }

    private static void PlanResource(PlanBuilder plan, Resource resource, ApiNames names, Dictionary<string, object?> values)
    {
        TemplateTree.Write(plan, "api/class", values);
        TemplateTree.Write(plan, "api/resource", values);
        Kustomization.AddDefinition(plan, resource);
        Kustomization.Add(plan, SamplesKustomization, [names.SampleFile + ".yaml"]);
        Kustomization.Add(plan, RbacKustomization, [.. Roles.Select(role => $"{names.RoleFile}_{role}_role.yaml")]);
    }

    // role.yaml is written by the build as soon as there is a controller that asks for rights.
    private static void PlanController(PlanBuilder plan, Dictionary<string, object?> values)
    {
        TemplateTree.Write(plan, "api/controller", values);
        Kustomization.Add(plan, RbacKustomization, ["role.yaml"]);
    }

    private static Dictionary<string, object?> Values(IFileSystem files, Project project, Resource resource, ApiNames names)
    {
        var editorConfig = files.FileExists(".editorconfig") ? files.ReadText(".editorconfig") : "";
        return new()
        {
            ["header"] = LicenseHeader.AsComment(LicenseHeader.Read(editorConfig)),
            ["project"] = project.Name,
            ["project_yaml"] = YamlText.Plain(project.Name),
            ["kind"] = resource.Kind,
            ["kind_yaml"] = YamlText.Plain(resource.Kind),
            ["singular"] = names.Singular,
            ["plural"] = resource.Plural,
            ["plural_yaml"] = YamlText.Plain(resource.Plural),
            ["version"] = resource.Version,
            ["api_group"] = resource.QualifiedGroup,
            ["api_group_yaml"] = YamlText.Plain(resource.QualifiedGroup),
            ["api_namespace"] = names.ApiNamespace,
            ["api_path"] = names.ApiPath,
            ["attribute_arguments"] = names.AttributeArguments,
            ["class"] = names.ClassInController,
            ["controller_namespace"] = names.ControllerNamespace,
            ["controller_path"] = names.ControllerPath,
            ["usings"] = names.ControllerUsings,
            ["sample_file"] = names.SampleFile,
            ["role_file"] = names.RoleFile,
            ["role_name"] = names.RoleName,
        };
    }
}
