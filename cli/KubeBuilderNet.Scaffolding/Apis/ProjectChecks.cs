using KubeBuilderNet.Scaffolding.Projects;
using KubeBuilderNet.Scaffolding.Resources;

namespace KubeBuilderNet.Scaffolding.Apis;

/// <summary>What must hold between a resource and the project that it comes into.</summary>
internal static class ProjectChecks
{
    public static void Check(Project project, Resource resource, CreateApiOptions options)
    {
        var versions = project.Resources.Where(entry => entry.Resource.HasSameKind(resource)).ToList();
        var same = versions.Find(entry => entry.Resource.Version == resource.Version);
        CheckWhatIsAsked(resource, same, options);
        CheckGroup(project, resource);
        CheckVersionsAgree(resource, versions);
        if (options.HasController)
            CheckController(resource, versions);
        if (options.HasResource)
            CheckNames(project, resource);
    }

    private static void CheckWhatIsAsked(Resource resource, ProjectResource? same, CreateApiOptions options)
    {
        if (!options.HasResource && !options.HasController)
            throw new ScaffoldException("--resource=false and --controller=false together ask for nothing: leave one of them out");
        if (!options.HasResource && same is not { HasApi: true })
            throw new ScaffoldException($"--resource=false, but the project has no class for {resource}: leave it out, or create the resource first");
        if (options.Force || same is null)
            return;
        if (options.HasResource && same.HasApi)
            throw new ScaffoldException($"API resource already exists: {resource}. Pass --force to write its files again");
        if (options.HasController && same.HasController)
            throw new ScaffoldException($"{resource} already has a controller: pass --controller=false, or --force to write it again");
    }

    /// <summary>A project has one group, unless it says multigroup.</summary>
    public static void CheckGroup(Project project, Resource resource)
    {
        var other = project.Resources.FirstOrDefault(entry =>
            !string.Equals(entry.Resource.QualifiedGroup, resource.QualifiedGroup, StringComparison.OrdinalIgnoreCase));
        if (other is not null && !project.MultiGroup)
        {
            throw new ScaffoldException(
                $"multiple groups are not allowed by default, and the project has '{other.Resource.QualifiedGroup}': "
                + "set 'multigroup: true' in PROJECT, and new kinds get a folder of their group");
        }
    }

    private static void CheckVersionsAgree(Resource resource, List<ProjectResource> versions)
    {
        foreach (var other in versions.Select(entry => entry.Resource))
        {
            if (other.Plural != resource.Plural)
                throw new ScaffoldException($"--plural '{resource.Plural}', but version {other.Version} of {resource.Kind} has '{other.Plural}': versions of a kind share it");
            if (other.Namespaced != resource.Namespaced)
            {
                var (has, flag) = other.Namespaced ? ("lives in namespaces", "true") : ("is cluster-scoped", "false");
                throw new ScaffoldException($"--namespaced: version {other.Version} of {resource.Kind} {has}, and versions of a kind share that: pass --namespaced={flag}");
            }
        }
    }

    private static void CheckController(Resource resource, List<ProjectResource> versions)
    {
        var other = versions.Find(entry => entry.HasController && entry.Resource.Version != resource.Version);
        if (other is not null)
        {
            throw new ScaffoldException(
                $"version {other.Resource.Version} of {resource.Kind} already has the controller: pass --controller=false to add another version");
        }
    }

    private static void CheckNames(Project project, Resource resource)
    {
        var plural = project.Resources.Select(entry => entry.Resource).FirstOrDefault(other =>
            other.Kind != resource.Kind && other.Plural == resource.Plural && other.QualifiedGroup == resource.QualifiedGroup);
        if (plural is not null)
            throw new ScaffoldException($"the plural '{resource.Plural}' belongs to kind {plural.Kind} already: pass another --plural");
        CheckClassNames(project, resource);
    }

    // Foo brings FooSpec and FooStatus, which share its namespace with the other kinds of that version.
    private static void CheckClassNames(Project project, Resource resource)
    {
        foreach (var other in project.Resources.Where(entry => entry.HasApi).Select(entry => entry.Resource))
        {
            var sameNamespace = other.VersionName == resource.VersionName && (!project.MultiGroup || other.QualifiedGroup == resource.QualifiedGroup);
            var sameResource = other.HasSameKind(resource) && other.Version == resource.Version;
            if (!sameNamespace || sameResource)
                continue;
            var clash = Classes(resource).Intersect(Classes(other), StringComparer.OrdinalIgnoreCase).FirstOrDefault();
            if (clash is not null)
                throw new ScaffoldException($"--kind '{resource.Kind}' would need a class {clash}, which {other} has already: choose another kind");
        }
    }

    private static string[] Classes(Resource resource) => [resource.Kind, resource.Kind + "Spec", resource.Kind + "Status"];
}
