using KubeBuilderNet.Scaffolding.Applying;
using KubeBuilderNet.Scaffolding.Planning;
using KubeBuilderNet.Scaffolding.Projects;

namespace KubeBuilderNet.Scaffolding.Deleting;

/// <summary>A kind's webhooks out of PROJECT.</summary>
public static class DeleteWebhookScaffold
{
    /// <summary>Plans the deletion.</summary>
    /// <exception cref="ScaffoldException">There is no such kind, or it has no webhooks.</exception>
    public static Plan Plan(IFileSystem files, string group, string version, string kind)
    {
        var project = ProjectFile.Load(files);
        var entry = Entries.Find(project, group, version, kind);
        if (!entry.HasWebhooks)
            throw new ScaffoldException($"{entry.Resource} has no webhooks");
        var plan = new PlanBuilder(files, force: false);
        var after = entry with { HasWebhooks = false };
        plan.Edit(ProjectFile.Path, null, text => after.IsEmpty ? ProjectEdits.Without(text, entry) : ProjectEdits.WithoutWebhooks(text, entry));
        return plan.Build();
    }
}
