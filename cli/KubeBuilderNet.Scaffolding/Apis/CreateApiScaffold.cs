using KubeBuilderNet.Scaffolding.Applying;
using KubeBuilderNet.Scaffolding.Naming;
using KubeBuilderNet.Scaffolding.Planning;
using KubeBuilderNet.Scaffolding.Plugins;
using KubeBuilderNet.Scaffolding.Projects;
using KubeBuilderNet.Scaffolding.Templates;

namespace KubeBuilderNet.Scaffolding.Apis;

/// <summary>A kind of one version in a project: its class, its controller, its tests, and what config/ says of it.</summary>
public static class CreateApiScaffold
{
    /// <summary>Plans the kind.</summary>
    /// <exception cref="ScaffoldException">Names the flag or the file that stands in the way.</exception>
    public static Plan Plan(IFileSystem files, CreateApiOptions options)
    {
        var project = ProjectFile.Load(files);
        var request = ApiRequest.Of(project, options);
        ProjectChecks.Check(project, request, options);
        var image = options.Image is { } asked ? ImageValues.Check(asked, request, options) : null;

        var plan = new PlanBuilder(files, options.Force);
        var kind = new KindFiles(files, project, request.After, image);
        var lists = new KindPlan(plan, project, request.After);
        if (options.HasResource)
        {
            Write(plan, kind.OfResource());
            lists.AddResource();
        }
        if (request.Controller is { } controller)
        {
            // Two controllers that write one condition would undo each other's work.
            var hasStatus = controller == request.After.Controllers[0] && (options.HasResource || kind.HasClassAsWritten());
            Write(plan, kind.OfController(controller, hasStatus));
            lists.AddController();
            if (project.Namespaced && !request.Resource.Namespaced)
                TemplateTree.Write(plan, "api/cluster", new Dictionary<string, object?> { ["project_yaml"] = Yaml.YamlText.Of(project.Name) });
        }
        if (image is not null)
        {
            Write(plan, kind.OfManager());
            ImageValues.AddPatch(plan, request.After);
        }
        if (WindowsName.IsDevice(request.Resource.Kind))
            plan.Note($"Windows keeps the name '{request.Resource.Kind}' for a device: the project can't be checked out there");
        if (request.After.Module is { } module && request.Before is null)
            PackageReferences.Add(plan, project, module);
        plan.Edit(ProjectFile.Path, "", text => WithImage(ProjectEdits.With(text, request.After), project, image));
        return plan.Build();
    }

    private static string WithImage(string text, Project project, DeployImage? image) => image is null
        ? text
        : ProjectEdits.WithDeployImages(text, [.. project.DeployImages.Where(other => !other.Resource.Is(image.Resource)), image]);

    private static void Write(PlanBuilder plan, IEnumerable<(string Path, string Text)> written)
    {
        foreach (var (path, text) in written)
            plan.Write(path, text);
    }
}
