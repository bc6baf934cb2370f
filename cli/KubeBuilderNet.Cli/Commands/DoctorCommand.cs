using System.CommandLine;
using KubeBuilderNet.Cli.Doctoring;
using KubeBuilderNet.Cli.Output;
using Spectre.Console;

namespace KubeBuilderNet.Cli.Commands;

/// <summary><c>kbnet doctor</c>: what is well on this machine, in this project and in the cluster, and what is not.</summary>
internal static class DoctorCommand
{
    private const int Failed = 1;

    public static Command Create(CliEnvironment environment)
    {
        var cluster = new ClusterOptions();
        var noBuild = new Option<bool>("--no-build") { Description = "Don't build the project to see whether config/ is what the code says." };
        var noCluster = new Option<bool>("--no-cluster") { Description = "Don't ask the cluster." };
        var command = new Command("doctor", "Check this machine, the project here and the cluster, and say how to mend what is wrong.") { noBuild, noCluster };
        cluster.AddConnectionTo(command);
        Examples.Add(command, "kbnet doctor", "kbnet doctor --no-cluster");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var console = Screen.Of(environment);
            console.MarkupLine($"[green]ok  [/]  kbnet {Markup.Escape(ToolVersion.Text)}");
            var failed = Show(console, await MachineChecks.RunAsync(environment, cancellationToken));
            failed |= Show(console, await ProjectChecks.RunAsync(environment, builds: !parsed.GetValue(noBuild), cancellationToken));
            if (!parsed.GetValue(noCluster))
                failed |= Show(console, await ClusterChecks.RunAsync(environment, () => cluster.Open(parsed), "config", cancellationToken));
            return failed ? Failed : 0;
        });
        return command;
    }

    private static bool Show(IAnsiConsole console, IReadOnlyList<Finding> findings)
    {
        foreach (var finding in findings)
        {
            var (word, colour) = finding.Condition switch
            {
                Condition.Ok => ("ok", "green"),
                Condition.Warning => ("warn", "yellow"),
                _ => ("fail", "red"),
            };
            console.MarkupLine($"[{colour}]{word,-4}[/]  {Markup.Escape(finding.What)}{(finding.Advice is { } advice ? Markup.Escape($": {advice}") : "")}");
        }
        return findings.Any(finding => finding.Condition == Condition.Failure);
    }
}
