using KubeBuilderNet.Scaffolding.Projects;

namespace KubeBuilderNet.Scaffolding.Deleting;

/// <summary>Finds what a command line names in PROJECT.</summary>
internal static class Entries
{
    /// <summary>The kind of this group, version and name; the group with its domain or without.</summary>
    /// <exception cref="ScaffoldException">There is none; says which there are.</exception>
    public static ProjectResource Find(Project project, string group, string version, string kind)
    {
        var found = project.Resources.FirstOrDefault(entry => entry.Resource.Kind == kind && entry.Resource.Version == version
            && (entry.Resource.Group == group || entry.Resource.QualifiedGroup == group));
        if (found is not null)
            return found;
        var there = project.Resources.Count == 0 ? "it has none" : "it has " + string.Join("; ", project.Resources.Select(entry => entry.Resource));
        throw new ScaffoldException($"the project has no kind {kind} in version {version} of group '{group}': {there}");
    }
}
