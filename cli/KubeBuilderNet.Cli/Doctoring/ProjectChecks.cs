using KubeBuilderNet.Build.Manifests;
using KubeBuilderNet.Cli.Building;
using KubeBuilderNet.Scaffolding;
using KubeBuilderNet.Scaffolding.Applying;
using KubeBuilderNet.Scaffolding.Planning;
using KubeBuilderNet.Scaffolding.Projects;
using KubeBuilderNet.Scaffolding.Regenerating;
using KubeBuilderNet.Scaffolding.Yaml;

namespace KubeBuilderNet.Cli.Doctoring;

/// <summary>The project here: its versions, and what drifted from what is scaffolded and generated.</summary>
internal static class ProjectChecks
{
    private const int MostNamed = 5;

    public static async Task<IReadOnlyList<Finding>> RunAsync(CliEnvironment environment, bool builds, CancellationToken cancellationToken)
    {
        var files = environment.Files;
        if (!files.FileExists(ProjectFile.Path))
            return [Finding.Warning("no project here", "run this in a project's root to have it checked, or 'kbnet init' to start one")];
        try
        {
            var project = ProjectFile.Load(files);
            List<Finding> findings = [Finding.Ok($"project {project.Name} with {project.Resources.Count(entry => entry.HasApi)} kind(s)"), Version(files), Scaffold(files)];
            if (builds)
                findings.Add(await ManifestsAsync(environment, cancellationToken));
            return findings;
        }
        catch (ScaffoldException e)
        {
            return [Finding.Failure(e.Message, "mend that first")];
        }
    }

    private static Finding Version(IFileSystem files)
    {
        var made = YamlDocumentText.FindText(new YamlDocumentText(ProjectFile.Path, files.ReadText(ProjectFile.Path)).Root, "cliVersion") ?? "an older version";
        return made == ToolVersion.Text
            ? Finding.Ok($"made by this kbnet, {made}")
            : Finding.Warning($"made by kbnet {made}, and this is {ToolVersion.Text}", "'kbnet alpha generate --diff' shows what this one would write otherwise");
    }

    // Every file is the user's: that one differs is no fault, and good to know before an upgrade.
    private static Finding Scaffold(IFileSystem files)
    {
        var changes = RegenerateScaffold.Plan(files, files, ToolVersion.Text, ToolVersion.Text, force: true).Writes.ToList();
        if (changes.Count == 0)
            return Finding.Ok("every scaffolded file is as scaffolded");
        var missing = changes.Where(change => change.Kind == ChangeKind.Create).Select(change => change.Path).ToList();
        return missing.Count == 0
            ? Finding.Ok($"{changes.Count} scaffolded file(s) edited: {Named(changes.Select(change => change.Path))}")
            : Finding.Warning($"{missing.Count} scaffolded file(s) gone: {Named(missing)}", "'kbnet alpha generate --output-dir' elsewhere has them, if that wasn't meant");
    }

    private static async Task<Finding> ManifestsAsync(CliEnvironment environment, CancellationToken cancellationToken)
    {
        var found = UserProject.Find(environment.Folder, null);
        using var turn = await ProjectTurn.TakeAsync(found, cancellationToken);
        try
        {
            var manifests = await ManifestFiles.BuildAsync(found, null, cancellationToken);
            return manifests.ShowDifferences(environment with { Out = TextWriter.Null, Error = TextWriter.Null })
                ? Finding.Failure("config/ is not what the code says", "run 'kbnet manifests' or 'dotnet build', and commit what it writes")
                : Finding.Ok("config/ is what the code says");
        }
        catch (Exception e) when (e is BuildFailedException or ManifestException)
        {
            return Finding.Failure("the project does not build", "run 'dotnet build' to see why");
        }
    }

    private static string Named(IEnumerable<string> paths)
    {
        var all = paths.ToList();
        return string.Join(", ", all.Take(MostNamed)) + (all.Count > MostNamed ? $" and {all.Count - MostNamed} more" : "");
    }
}
