using KubeBuilderNet.Scaffolding.Planning;
using KubeBuilderNet.Scaffolding.Projects;

namespace KubeBuilderNet.Scaffolding.Apis;

/// <summary>A kind's lines in the lists of config/: put in by <c>create api</c>, taken out by <c>delete api</c>.</summary>
/// <param name="plan">Takes the edits.</param>
/// <param name="project">The project.</param>
/// <param name="entry">The kind.</param>
internal sealed class KindPlan(PlanBuilder plan, Project project, ProjectResource entry)
{
    private readonly KindNames _names = new(project, entry);

    public void AddResource()
    {
        Kustomization.Add(plan, Kustomization.Definitions, Kustomization.DefinitionOf(entry.Resource));
        Kustomization.Add(plan, Kustomization.Samples, _names.SampleFile + ".yaml");
        Kustomization.Add(plan, Kustomization.Rbac, _names.RoleFiles);
    }

    /// <summary>Takes the lines out; those that versions of a kind share when the last version goes.</summary>
    public void RemoveResource(bool isLastVersion)
    {
        Kustomization.Remove(plan, Kustomization.Samples, _names.SampleFile + ".yaml");
        if (!isLastVersion)
            return;
        Kustomization.Remove(plan, Kustomization.Definitions, Kustomization.DefinitionOf(entry.Resource));
        Kustomization.Remove(plan, Kustomization.Rbac, _names.RoleFiles);
        // The build writes it, and would take it away itself.
        plan.Delete($"config/crd/{Kustomization.DefinitionOf(entry.Resource)}", written: null);
    }

    // role.yaml is written by the build as soon as there is a controller that asks for rights.
    public void AddController()
    {
        Kustomization.Add(plan, Kustomization.Rbac, "role.yaml");
        if (project.Namespaced && !entry.Resource.Namespaced)
            Kustomization.Add(plan, Kustomization.Rbac, "cluster_role_binding.yaml");
    }

    /// <summary>Takes out what no controller needs any longer.</summary>
    public void RemoveLastController()
    {
        Kustomization.Remove(plan, Kustomization.Rbac, "role.yaml");
        plan.Delete("config/rbac/role.yaml", written: null);
    }
}
