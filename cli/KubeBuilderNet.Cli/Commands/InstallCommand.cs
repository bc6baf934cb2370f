using System.CommandLine;
using KubeBuilderNet.Cli.Cluster;
using KubeBuilderNet.Cli.Output;

namespace KubeBuilderNet.Cli.Commands;

/// <summary><c>kbnet install</c>: the project's CRDs into the cluster, by server-side apply.</summary>
internal static class InstallCommand
{
    public static Command Create(CliEnvironment environment)
    {
        var cluster = new ClusterOptions();
        var command = new Command("install", "Put the project's CRDs into the cluster, and wait until it serves them.");
        cluster.AddTo(command);
        Examples.Add(command, "kbnet install", "kbnet install --context kind-dev --dry-run");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var definitions = DefinitionFiles.Read(environment.Files, cluster.Config(parsed));
            using var session = cluster.Open(parsed);
            var isDryRun = cluster.IsDryRun(parsed);
            foreach (var definition in definitions)
            {
                await session.ApplyAsync(definition.Manifest, definition.Path, isDryRun, cancellationToken);
                if (isDryRun)
                    environment.Out.WriteLine($"{definition.Name} would be installed ({definition.Versions})");
            }
            foreach (var definition in isDryRun ? [] : definitions)
            {
                await session.WaitForEstablishedAsync(definition.Name, cancellationToken);
                environment.Out.WriteLine($"{definition.Name} installed ({definition.Versions})");
            }
            return 0;
        });
        return command;
    }
}
