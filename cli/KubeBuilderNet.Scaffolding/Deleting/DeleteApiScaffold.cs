using KubeBuilderNet.Scaffolding.Apis;
using KubeBuilderNet.Scaffolding.Applying;
using KubeBuilderNet.Scaffolding.Planning;
using KubeBuilderNet.Scaffolding.Plugins;
using KubeBuilderNet.Scaffolding.Projects;

namespace KubeBuilderNet.Scaffolding.Deleting;

/// <summary>A kind, or its controllers, out of a project: what <c>create api</c> wrote goes, and what it put into lists.</summary>
public static class DeleteApiScaffold
{
    /// <summary>Plans the deletion.</summary>
    /// <exception cref="ScaffoldException">There is no such kind, something else needs it, or a file was edited.</exception>
    public static Plan Plan(IFileSystem files, DeleteApiOptions options)
    {
        var project = ProjectFile.Load(files);
        var before = Entries.Find(project, options.Group, options.Version, options.Kind);
        var after = After(before, options);
        var image = project.DeployImages.FirstOrDefault(other => other.Resource.Is(before.Resource));

        var plan = new PlanBuilder(files, options.Force);
        var kind = new KindFiles(files, project, before, image);
        var lists = new KindPlan(plan, project, before);
        var others = project.Resources.Where(entry => entry != before).ToList();
        foreach (var name in before.Controllers.Except(after.Controllers))
            Delete(plan, kind.OfController(name, hasStatus: true).Concat(kind.OfController(name, hasStatus: false)));
        if (after.Controllers.Count == 0 && before.Controllers.Count > 0 && others.TrueForAll(entry => entry.Controllers.Count == 0))
            lists.RemoveLastController();
        if (before.HasApi && !after.HasApi)
            DeleteResource(plan, kind, lists, isLastVersion: !others.Exists(entry => entry.HasApi && entry.Resource.HasSameKind(before.Resource)));
        if (image is not null && after.Controllers.Count == 0)
        {
            Delete(plan, kind.OfManager());
            ImageValues.RemovePatch(plan, before);
            plan.Edit(ProjectFile.Path, null, text => ProjectEdits.WithDeployImages(text, [.. project.DeployImages.Where(other => other != image)]));
        }
        plan.Edit(ProjectFile.Path, null, text => after.IsEmpty ? ProjectEdits.Without(text, before) : ProjectEdits.With(text, after));
        if (before.Module is { } module && after.IsEmpty)
            plan.Note($"the package {module.Split('@')[0]} is still referenced: take it out of {project.Name}.csproj if nothing else needs it");
        return plan.Build();
    }

    private static ProjectResource After(ProjectResource before, DeleteApiOptions options)
    {
        if (options.ControllerName is { } name)
        {
            return before.Controllers.Contains(name)
                ? before with { Controllers = [.. before.Controllers.Where(other => other != name)] }
                : throw new ScaffoldException($"{before.Resource} has no controller '{name}': {(before.Controllers.Count == 0 ? "it has none" : "it has " + string.Join(", ", before.Controllers))}");
        }
        if (options is { Resource: false, Controller: false })
            throw new ScaffoldException("--resource=false and --controller=false together ask for nothing: leave one of them out");
        if (options.Resource && !options.Controller && before is { HasApi: true, Controllers.Count: > 0 })
            throw new ScaffoldException($"--controller=false, but the controller '{before.Controllers[0]}' needs the class of {before.Resource}: leave it out");
        if (options.Resource && before.HasWebhooks)
            throw new ScaffoldException($"{before.Resource} has webhooks, which need its class: run 'kbnet delete webhook' first");
        return before with { HasApi = before.HasApi && !options.Resource, Controllers = options.Controller ? [] : before.Controllers };
    }

    private static void DeleteResource(PlanBuilder plan, KindFiles kind, KindPlan lists, bool isLastVersion)
    {
        // Versions of a kind share its roles.
        Delete(plan, kind.OfResource().Where(file => isLastVersion || !file.Path.StartsWith("config/rbac/", StringComparison.Ordinal)));
        lists.RemoveResource(isLastVersion);
    }

    // A file with several texts may have any of them: how the class looked when its controller was made is written nowhere.
    private static void Delete(PlanBuilder plan, IEnumerable<(string Path, string Text)> written)
    {
        foreach (var texts in written.GroupBy(file => file.Path, file => file.Text, StringComparer.Ordinal))
            plan.Delete(texts.Key, [.. texts]);
    }
}
