using System.CommandLine;
using KubeBuilderNet.Cli.Deploying;
using KubeBuilderNet.Cli.Output;

namespace KubeBuilderNet.Cli.Commands;

/// <summary><c>kbnet undeploy</c>: all that <c>kbnet deploy</c> applied out of the cluster.</summary>
internal static class UndeployCommand
{
    public static Command Create(CliEnvironment environment)
    {
        var overlay = new OverlayOptions();
        var cluster = new ClusterOptions();
        var missing = new MissingObjects("An object that isn't there is no error.");
        var dryRun = ClusterOptions.DryRun();
        var keepDefinitions = new Option<bool>("--keep-crds") { Description = "Leave the CRDs, and with them the objects of the operator's kinds." };
        var command = new Command("undeploy", "Take the operator out of the cluster, its CRDs first, and with them every object of their kinds.");
        overlay.AddOverlayTo(command);
        missing.AddTo(command);
        command.Options.Add(keepDefinitions);
        command.Options.Add(dryRun);
        cluster.AddConnectionTo(command);
        Examples.Add(command, "kbnet undeploy", "kbnet undeploy --ignore-not-found --keep-crds");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var session = cluster.Open(parsed);
            var objects = ApplyOrder.SortForRemoval(await overlay.RenderAsIsAsync(parsed, environment, cancellationToken));
            var isDryRun = parsed.GetValue(dryRun);
            var notFound = new List<string>();
            foreach (var item in objects.Where(item => !item.IsDefinition || !parsed.GetValue(keepDefinitions)))
            {
                if (await session.DeleteAsync(item.Manifest, item.ToString(), isDryRun, cancellationToken))
                    environment.Out.WriteLine($"{item} deleted{(isDryRun ? " (dry run)" : "")}");
                else
                    notFound.Add(item.ToString());
            }
            missing.Refuse(parsed, notFound);
            return 0;
        });
        return command;
    }
}
