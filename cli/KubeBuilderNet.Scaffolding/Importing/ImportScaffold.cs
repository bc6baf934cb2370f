using KubeBuilderNet.Scaffolding.Applying;
using KubeBuilderNet.Scaffolding.Importing.Reading;
using KubeBuilderNet.Scaffolding.Importing.Types;
using KubeBuilderNet.Scaffolding.Importing.Writing;
using KubeBuilderNet.Scaffolding.Init;
using KubeBuilderNet.Scaffolding.Naming;
using KubeBuilderNet.Scaffolding.Planning;
using KubeBuilderNet.Scaffolding.Projects;

namespace KubeBuilderNet.Scaffolding.Importing;

/// <summary>CustomResourceDefinitions as classes: building them gives the same definitions.</summary>
public static class ImportScaffold
{
    /// <summary>Plans the classes.</summary>
    /// <exception cref="ScaffoldException">Names the flag, or the place in a definition, that stands in the way.</exception>
    public static Plan Plan(IFileSystem files, ImportOptions options)
    {
        var crds = options.Definitions.Select(definition => CrdReader.Read(options.Source, definition)).ToList();
        var project = files.FileExists(ProjectFile.Path) ? ProjectFile.Load(files) : null;
        var baseNamespace = options.Namespace ?? NamespaceOf(options.Output, project?.RootNamespace ?? RootNamespace(files));
        if (!Array.TrueForAll(baseNamespace.Split('.'), CSharpName.IsIdentifier))
            throw new ScaffoldException($"--namespace '{baseNamespace}'{(options.Namespace is null ? ", as --output has it," : "")} is no C# namespace: use letters, digits and '_', with dots between names");
        var header = LicenseHeader.AsComment(LicenseHeader.Read(files.FileExists(".editorconfig") ? files.ReadText(".editorconfig") : ""));
        var plan = new PlanBuilder(files, options.Force);
        // Elsewhere than where 'create api' looks for them, classes are nothing that PROJECT could name.
        var registration = project is null || options.Output != ImportOptions.DefaultOutput || options.Namespace is not null ? null : new Registration(project);
        var raw = 0;
        foreach (var place in Places(crds, project is { MultiGroup: true }, registration).GroupBy(place => (place.Group, place.Version.Name)))
        {
            var words = new[] { place.Key.Group, CSharpName.PascalVersion(place.Key.Name) }.OfType<string>().ToList();
            var folder = string.Join('/', words.Prepend(options.Output.Length > 0 ? options.Output : "."));
            // Files and generated sources are told apart without regard to case.
            var used = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            foreach (var (crd, _, _) in place)
            {
                if (!used.Add(ClassName(crd.Kind)))
                    throw new ScaffoldException($"{crd.Place}: another definition of {options.Source} has the kind {crd.Kind} in {place.Key.Name}, too: import them one by one, with another --output");
            }
            foreach (var (crd, version, _) in place)
            {
                var types = VersionWriter.Write(crd, version, ClassName(crd.Kind), used);
                raw += types.Sum(type => type.RawSchemas);
                SourceFiles.Write(plan, folder, string.Join('.', words.Prepend(baseNamespace)), header, types);
                registration?.Add(plan, crd, version);
            }
        }
        foreach (var note in crds.SelectMany(crd => crd.Versions).SelectMany(version => version.Dropped))
            plan.Note(note);
        if (raw > 0)
            plan.Note($"schemas that C# can't say are carried as JSON by {raw} [RawSchema]: see what API servers say to them");
        return plan.Build();
    }

    // A folder of the group only where PROJECT says multigroup, as 'create api' has it.
    private static IEnumerable<(Crd Crd, CrdVersion Version, string? Group)> Places(IEnumerable<Crd> crds, bool isMultiGroup, Registration? registration) =>
        from crd in crds
        from version in crd.Versions
        let folder = registration?.ResourceOf(crd, version) is { Group: { Length: > 0 } own } ? own : crd.Group
        select (crd, version, isMultiGroup ? CSharpName.Pascal(folder) : null);

    private static string NamespaceOf(string folder, string root)
    {
        var names = folder.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(name => name != ".").ToList();
        var isInside = !Path.IsPathRooted(folder) && !names.Contains("..");
        return isInside ? string.Join('.', names.Select(CSharpName.Pascal).Prepend(root)) : $"{root}.Api";
    }

    private static string ClassName(string kind)
    {
        var name = MemberName.Pascal(kind);
        return ReservedNames.Contains(name) ? name + "Resource" : name;
    }

    private static string RootNamespace(IFileSystem files)
    {
        var project = files.List("").FirstOrDefault(name => name.EndsWith(".csproj", StringComparison.Ordinal));
        return project is null
            ? throw new ScaffoldException("there is no PROJECT and no .csproj here to take a namespace from: pass --namespace, or run in a project's folder")
            : CSharpName.RootNamespace(Path.GetFileNameWithoutExtension(project));
    }
}
