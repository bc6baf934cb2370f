using System.CommandLine;
using KubeBuilderNet.Cli.Cluster;
using KubeBuilderNet.Cli.Output;

namespace KubeBuilderNet.Cli.Commands;

/// <summary><c>kbnet uninstall</c>: the project's CRDs out of the cluster.</summary>
internal static class UninstallCommand
{
    public static Command Create(CliEnvironment environment)
    {
        var cluster = new ClusterOptions();
        var missing = new MissingObjects("A CRD that isn't there is no error.");
        var command = new Command("uninstall", "Take the project's CRDs out of the cluster, and with them every object of their kinds.");
        missing.AddTo(command);
        cluster.AddTo(command);
        Examples.Add(command, "kbnet uninstall", "kbnet uninstall --ignore-not-found");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var definitions = DefinitionFiles.Read(environment.Files, cluster.Config(parsed));
            using var session = cluster.Open(parsed);
            var isDryRun = cluster.IsDryRun(parsed);
            var notFound = new List<string>();
            foreach (var definition in definitions)
            {
                if (await session.DeleteAsync(definition.Manifest, definition.Name, isDryRun, cancellationToken))
                    environment.Out.WriteLine(isDryRun ? $"{definition.Name} would be uninstalled" : $"{definition.Name} uninstalled");
                else
                    notFound.Add(definition.Name);
            }
            missing.Refuse(parsed, notFound);
            return 0;
        });
        return command;
    }
}
