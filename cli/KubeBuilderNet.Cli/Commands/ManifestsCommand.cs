using System.CommandLine;
using KubeBuilderNet.Cli.Building;
using KubeBuilderNet.Cli.Output;

namespace KubeBuilderNet.Cli.Commands;

/// <summary><c>kbnet manifests</c>: what the project's classes say, as YAML below config.</summary>
internal static class ManifestsCommand
{
    private const int Differs = 1;

    public static Command Create(CliEnvironment environment)
    {
        var project = OptionalArgument.Project();
        var check = new Option<bool>("--check") { Description = "Write nothing; show what differs on disk as a diff, and fail if anything does." };
        var stdout = new Option<bool>("--stdout") { Description = "Write the manifests to standard output instead of files." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Show which files would be written, and write nothing." };
        var config = new Option<string?>("--config") { Description = "The folder of the manifests. [default: the project's, config]" };
        var watch = new Option<bool>("--watch") { Description = "Go on, and write again whenever a source file is saved." };
        var command = new Command("manifests", "Write the project's CRDs, roles and webhooks below config, without a whole build.")
        {
            project, check, stdout, dryRun, config, watch,
        };
        command.Validators.Add(result =>
        {
            var modes = new[] { check, stdout, dryRun, watch }.Where(result.IsSet).Select(option => option.Name).ToList();
            if (modes.Count > 1)
                result.AddError($"{string.Join(" and ", modes)} contradict each other: pass one.");
        });
        Examples.Add(command, "kbnet manifests", "kbnet manifests --check   # in CI", "kbnet manifests --stdout | kubectl apply -f -", "kbnet manifests --watch");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var found = UserProject.Find(environment.Folder, parsed.GetValue(project));
            var folder = parsed.GetValue(config) is { } given ? Path.GetFullPath(Path.Combine(environment.Folder, given)) : null;
            if (parsed.GetValue(watch))
                return await ManifestWatch.RunAsync(found, folder, environment, cancellationToken);
            using var turn = await ProjectTurn.TakeAsync(found, cancellationToken);
            var files = await ManifestFiles.BuildAsync(found, folder, cancellationToken);
            if (parsed.GetValue(stdout))
                environment.Out.Write(files.Text());
            else if (parsed.GetValue(check))
                return files.ShowDifferences(environment) ? Differs : 0;
            else
                files.Write(environment, isDryRun: parsed.GetValue(dryRun));
            return 0;
        });
        return command;
    }
}
