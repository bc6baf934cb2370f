using KubeBuilderNet.Build.Manifests;
using KubeBuilderNet.Build.Yaml;
using KubeBuilderNet.Cli.Output;
using KubeBuilderNet.Scaffolding.Planning;

namespace KubeBuilderNet.Cli.Building;

/// <summary>The manifests of a build, beside the files that hold them.</summary>
internal sealed class ManifestFiles
{
    private readonly BuiltManifests _built;
    private readonly ManifestFolder _folder;
    private readonly string _root;
    private readonly ManifestStamp _stamp;

    private ManifestFiles(UserProject project, BuiltManifests built, string? config)
    {
        _built = built;
        _root = config ?? built.ConfigFolder;
        _folder = new ManifestFolder(_root, built.AssemblyName);
        _stamp = new ManifestStamp(Path.Combine(project.Cache, "manifests"));
    }

    /// <summary>Builds a project's manifests.</summary>
    /// <param name="project">The project.</param>
    /// <param name="config">The folder of their files; null for the project's own.</param>
    /// <param name="cancellationToken">Ends the compiler too.</param>
    public static async Task<ManifestFiles> BuildAsync(UserProject project, string? config, CancellationToken cancellationToken) =>
        new(project, await new ManifestBuild(project).RunAsync(null, cancellationToken), config);

    /// <summary>All of them as one text.</summary>
    public string Text() => string.Concat(_built.Manifests.Select(manifest => YamlWriter.Write(manifest.Json)));

    /// <summary>Writes those that changed, and removes files of kinds that are gone; or only says so.</summary>
    /// <param name="environment">Takes a line for each file.</param>
    /// <param name="isDryRun">Whether it is only said.</param>
    /// <param name="isQuiet">Whether nothing is said when nothing changes.</param>
    public void Write(CliEnvironment environment, bool isDryRun, bool isQuiet = false)
    {
        var changes = 0;
        foreach (var manifest in _built.Manifests)
        {
            var target = _folder.FullPath(manifest);
            if (_stamp.IsCurrent(manifest, target))
                continue;
            var text = _folder.Text(manifest);
            if (isDryRun ? _folder.Read(manifest) != text : _folder.Write(manifest, text))
            {
                changes++;
                environment.Out.WriteLine($"{(isDryRun ? "would write" : "wrote")} {Shown(target, environment)}");
            }
            if (!isDryRun)
                _stamp.Remember(manifest, target);
        }
        foreach (var stale in isDryRun ? _folder.Stale(_built.Manifests) : _folder.RemoveStale(_built.Manifests))
        {
            changes++;
            environment.Out.WriteLine($"{(isDryRun ? "would remove" : "removed")} {Shown(stale, environment)}");
        }
        if (!isDryRun)
            _stamp.Save();
        if (changes == 0 && !isQuiet)
            environment.Out.WriteLine($"{Shown(_root, environment)} is as the code says");
    }

    /// <summary>Shows how the files differ from the code; whether they do.</summary>
    public bool ShowDifferences(CliEnvironment environment)
    {
        var changes = _built.Manifests
            .Select(manifest => Change(environment, _folder.FullPath(manifest), _folder.Read(manifest), _folder.Text(manifest)))
            .Concat(_folder.Stale(_built.Manifests).Select(path => Change(environment, path, File.ReadAllText(path), "")))
            .Where(change => change.Kind != ChangeKind.Unchanged).ToList();
        if (changes.Count == 0)
            return false;
        PlanView.ShowDiff(environment, new Plan(changes, []));
        environment.Error.WriteLine($"kbnet: {Shown(_root, environment)} differs from the code: run 'kbnet manifests' or 'dotnet build', and commit what it writes");
        return true;
    }

    private static FileChange Change(CliEnvironment environment, string path, string? before, string after) =>
        new(Shown(path, environment), before == after ? ChangeKind.Unchanged : ChangeKind.Edit, before, after);

    private static string Shown(string path, CliEnvironment environment) => Path.GetRelativePath(environment.Folder, path).Replace('\\', '/');
}
