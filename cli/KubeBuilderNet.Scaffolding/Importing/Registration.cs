using KubeBuilderNet.Scaffolding.Apis;
using KubeBuilderNet.Scaffolding.Importing.Reading;
using KubeBuilderNet.Scaffolding.Planning;
using KubeBuilderNet.Scaffolding.Projects;
using KubeBuilderNet.Scaffolding.Resources;

namespace KubeBuilderNet.Scaffolding.Importing;

/// <summary>Imported kinds of the project's own domain are the project's: PROJECT and config/ get what 'create api' writes there.</summary>
/// <remarks>Kinds of others are not: deploying their definitions would take them away from the operators that they belong to.</remarks>
internal sealed class Registration(Project project)
{
    private Project _project = project;

    /// <summary>The kind as PROJECT names it; null when it isn't the project's.</summary>
    public Resource? ResourceOf(Crd crd, CrdVersion version)
    {
        var domain = _project.Domain;
        var isOwn = domain.Length > 0 && (crd.Group == domain || crd.Group.EndsWith("." + domain, StringComparison.Ordinal));
        return !isOwn ? null : new Resource
        {
            Group = crd.Group == domain ? "" : crd.Group[..^(domain.Length + 1)],
            Domain = domain,
            Version = version.Name,
            Kind = crd.Kind,
            Plural = crd.Plural,
            Namespaced = !crd.IsClusterScoped,
        };
    }

    /// <summary>Plans the edits for one version of a kind.</summary>
    /// <exception cref="ScaffoldException">The project has kinds of another group, and no folders of groups.</exception>
    public void Add(PlanBuilder plan, Crd crd, CrdVersion version)
    {
        if (ResourceOf(crd, version) is not { } resource)
            return;
        ProjectChecks.CheckGroup(_project, resource);
        var entry = new ProjectResource { Resource = resource, Path = new KindNames(_project, resource).ApiNamespace, HasApi = true };
        plan.Edit(ProjectFile.Path, "", text => ProjectEdits.With(text, _project.Find(resource) is { } before ? before with { HasApi = true } : entry));
        Kustomization.Add(plan, Kustomization.Definitions, Kustomization.DefinitionOf(resource));
        _project = _project with { Resources = [.. _project.Resources, entry] };
    }
}
