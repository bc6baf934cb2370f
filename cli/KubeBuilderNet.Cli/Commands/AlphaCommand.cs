using System.CommandLine;
using System.CommandLine.Help;
using KubeBuilderNet.Cli.Output;
using KubeBuilderNet.Scaffolding;
using KubeBuilderNet.Scaffolding.Applying;
using KubeBuilderNet.Scaffolding.Regenerating;

namespace KubeBuilderNet.Cli.Commands;

/// <summary><c>kbnet alpha</c>: what may still change.</summary>
internal static class AlphaCommand
{
    public static Command Create(CliEnvironment environment)
    {
        var command = new Command("alpha", "Commands that may still change: generate.") { Generate(environment) };
        command.SetAction(parsed => new HelpAction().Invoke(parsed));
        return command;
    }

    private static Command Generate(CliEnvironment environment)
    {
        var input = new Option<string?>("--input-dir") { Description = "The project to read. [default: the one here]" };
        var output = new Option<string?>("--output-dir") { Description = "Where to write. [default: the project itself]" };
        var (packages, plan) = (new PackageFlags(), new PlanOptions());
        var command = new Command("generate", "Scaffold a project anew from its PROJECT, as this kbnet would today. Files that nobody scaffolds stay.") { input, output };
        packages.AddTo(command);
        plan.AddTo(command);
        Examples.Add(command, "kbnet alpha generate --diff                 # what a newer kbnet would write otherwise", "kbnet alpha generate --output-dir ../fresh");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var source = Folder(environment, parsed.GetValue(input), "--input-dir");
            var target = parsed.GetValue(output) is { } given ? Path.Combine(environment.Folder, given) : source;
            if (!plan.IsShown(parsed))
                Directory.CreateDirectory(target);
            var version = packages.Version(parsed, environment);
            await plan.RunAsync(parsed, environment with { Folder = target }, files => RegenerateScaffold.Plan(
                new PhysicalFileSystem(source), files, version, ToolVersion.Text, plan.IsForced(parsed)), cancellationToken);
            return 0;
        });
        return command;
    }

    private static string Folder(CliEnvironment environment, string? given, string flag)
    {
        var folder = Path.Combine(environment.Folder, given ?? "");
        return Directory.Exists(folder) ? folder : throw new ScaffoldException($"{flag} '{given}': there is no such folder");
    }
}
