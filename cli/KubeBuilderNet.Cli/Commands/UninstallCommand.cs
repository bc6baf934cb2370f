using System.CommandLine;
using KubeBuilderNet.Cli.Cluster;
using KubeBuilderNet.Cli.Output;
using KubeBuilderNet.Client;
using KubeBuilderNet.Client.Manifests;
using KubeBuilderNet.Client.Rest;
using KubeBuilderNet.Scaffolding;

namespace KubeBuilderNet.Cli.Commands;

/// <summary><c>kbnet uninstall</c>: the project's CRDs out of the cluster.</summary>
internal static class UninstallCommand
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(200);

    public static Command Create(CliEnvironment environment)
    {
        var cluster = new ClusterOptions();
        var ignoreNotFound = new Option<bool>("--ignore-not-found") { Description = "A CRD that isn't there is no error." };
        var command = new Command("uninstall", "Take the project's CRDs out of the cluster, and with them every object of their kinds.") { ignoreNotFound };
        cluster.AddTo(command);
        Examples.Add(command, "kbnet uninstall", "kbnet uninstall --ignore-not-found");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var definitions = DefinitionFiles.Read(environment.Files, cluster.Config(parsed));
            var configuration = cluster.Load(parsed);
            var deadline = new Deadline(configuration.Host, cluster.Timeout(parsed));
            using var rest = new RestClient(configuration);
            var manifests = new ManifestClient(rest);
            var missing = new List<string>();
            var isDryRun = cluster.IsDryRun(parsed);
            foreach (var definition in definitions)
            {
                var options = new DeleteOptions { DryRun = isDryRun };
                if (!await deadline.RunAsync(token => manifests.DeleteAsync(definition.Manifest, options, token), cancellationToken))
                {
                    missing.Add(definition.Name);
                    continue;
                }
                if (!isDryRun)
                    await deadline.WaitAsync(token => WaitUntilGoneAsync(manifests, definition, deadline.Timeout, token), cancellationToken);
                environment.Out.WriteLine(isDryRun ? $"{definition.Name} would be uninstalled" : $"{definition.Name} uninstalled");
            }
            if (missing.Count > 0 && !parsed.GetValue(ignoreNotFound))
                throw new ScaffoldException($"not found in the cluster: {string.Join(", ", missing)}. Pass --ignore-not-found if that is well");
            return 0;
        });
        return command;
    }

    private static async Task WaitUntilGoneAsync(ManifestClient manifests, Definition definition, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (await manifests.FindAsync(definition.Manifest, cancellationToken) is not null)
        {
            if (TimeProvider.System.GetElapsedTime(started) > timeout)
            {
                throw new ScaffoldException(
                    $"{definition.Name} is not gone after {timeout.TotalSeconds:0} s: its objects have finalizers that nobody takes off. "
                    + "Run the operator until they are gone, or take the finalizers off by hand");
            }
            await Task.Delay(Poll, cancellationToken);
        }
    }
}
