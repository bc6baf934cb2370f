using KubeBuilderNet.Scaffolding.Naming;
using KubeBuilderNet.Scaffolding.Projects;

namespace KubeBuilderNet.Scaffolding.Apis;

/// <summary>How a file of the project names the class of a kind: by its name, or by an alias where that name means something else there.</summary>
/// <param name="project">The project.</param>
/// <param name="kind">The class's own name.</param>
/// <param name="space">The class's namespace.</param>
internal sealed class ClassReference(Project project, string kind, string space)
{
    // Inside <root>.Controllers the parts of the root namespace, and the folders beside it, are found before any using directive.
    private readonly bool _clashes = kind is "Api" or "Controllers" or "Tests"
        || project.RootNamespace.Split('.').Contains(kind)
        || KnownTypes.Find(kind) is not null
        || (KnownTypes.FindInPackages(kind) is { } other && other != $"{space}.{kind}");

    public string Name => _clashes ? kind + "Resource" : kind;

    /// <summary>The using directives of a file that names the class, sorted; an alias comes last.</summary>
    public string Usings(params IEnumerable<string> spaces)
    {
        var all = spaces.Append(_clashes ? null : space).OfType<string>().Distinct().Order(StringComparer.OrdinalIgnoreCase);
        return string.Concat(all.Select(used => $"using {used};\n")) + (_clashes ? $"using {Name} = {space}.{kind};\n" : "");
    }
}
