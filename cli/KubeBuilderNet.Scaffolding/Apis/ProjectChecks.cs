using KubeBuilderNet.Scaffolding.Projects;
using KubeBuilderNet.Scaffolding.Resources;

namespace KubeBuilderNet.Scaffolding.Apis;

/// <summary>What must hold between a resource and the project that it comes into.</summary>
internal static class ProjectChecks
{
    public static void Check(Project project, ApiRequest request, CreateApiOptions options)
    {
        var resource = request.Resource;
        if (options.HasResource)
        {
            CheckGroup(project, resource);
            CheckVersionsAgree(resource, [.. project.Resources.Select(entry => entry.Resource).Where(resource.HasSameKind)]);
            CheckNames(project, resource);
        }
        if (request.Controller is { } controller)
            CheckController(project, request, controller);
    }

    /// <summary>A project has one group, unless it says multigroup.</summary>
    public static void CheckGroup(Project project, Resource resource)
    {
        var other = project.Resources.FirstOrDefault(entry => entry is { IsCore: false, IsExternal: false }
            && !string.Equals(entry.Resource.QualifiedGroup, resource.QualifiedGroup, StringComparison.OrdinalIgnoreCase));
        if (other is not null && !project.MultiGroup)
        {
            throw new ScaffoldException(
                $"multiple groups are not allowed by default, and the project has '{other.Resource.QualifiedGroup}': "
                + "run 'kbnet edit --multigroup', and new kinds get a folder of their group");
        }
    }

    private static void CheckVersionsAgree(Resource resource, List<Resource> versions)
    {
        foreach (var other in versions)
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

    // Two controllers of one class: another version of the kind has it, or a name differs in its dashes alone.
    private static void CheckController(Project project, ApiRequest request, string controller)
    {
        var file = FileOf(project, request.After, controller);
        foreach (var entry in project.Resources)
        {
            var isSame = entry.Resource.Is(request.Resource);
            var other = entry.Controllers.FirstOrDefault(name =>
                !(isSame && name == controller) && string.Equals(FileOf(project, entry, name), file, StringComparison.OrdinalIgnoreCase));
            if (other is null)
                continue;
            if (entry.Resource.HasSameKind(request.Resource) && !isSame)
                throw new ScaffoldException($"version {entry.Resource.Version} of {entry.Resource.Kind} already has the controller: pass --controller=false to add another version");
            throw new ScaffoldException($"controller '{controller}' conflicts with the controller '{other}' of {entry.Resource}: both would be the same class. Pass another --controller-name");
        }
    }

    private static string FileOf(Project project, ProjectResource entry, string controller)
    {
        var names = new KindNames(project, entry);
        return $"{names.ControllerFolder}/{names.ControllerClass(controller)}";
    }

    private static void CheckNames(Project project, Resource resource)
    {
        var own = project.Resources.Where(entry => entry.HasApi).Select(entry => entry.Resource).ToList();
        var plural = own.Find(other => other.Kind != resource.Kind && other.Plural == resource.Plural && other.QualifiedGroup == resource.QualifiedGroup);
        if (plural is not null)
            throw new ScaffoldException($"the plural '{resource.Plural}' belongs to kind {plural.Kind} already: pass another --plural");
        CheckClassNames(project, resource, own);
    }

    // Foo brings FooSpec and FooStatus, which share its namespace with the other kinds of that version.
    private static void CheckClassNames(Project project, Resource resource, List<Resource> own)
    {
        foreach (var other in own)
        {
            var sameNamespace = other.VersionName == resource.VersionName && (!project.MultiGroup || other.QualifiedGroup == resource.QualifiedGroup);
            if (!sameNamespace || other.Is(resource))
                continue;
            var clash = Classes(resource).Intersect(Classes(other), StringComparer.OrdinalIgnoreCase).FirstOrDefault();
            if (clash is not null)
                throw new ScaffoldException($"--kind '{resource.Kind}' would need a class {clash}, which {other} has already: choose another kind");
        }
    }

    private static string[] Classes(Resource resource) => [resource.Kind, resource.Kind + "Spec", resource.Kind + "Status"];
}
