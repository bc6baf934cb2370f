using System.CommandLine;
using System.Text.Json.Nodes;
using KubeBuilderNet.Cli.Cluster;
using KubeBuilderNet.Cli.Output;
using KubeBuilderNet.Client;
using KubeBuilderNet.Client.Errors;
using KubeBuilderNet.Client.Manifests;
using KubeBuilderNet.Client.Rest;
using KubeBuilderNet.Scaffolding;

namespace KubeBuilderNet.Cli.Commands;

/// <summary><c>kbnet install</c>: the project's CRDs into the cluster, by server-side apply.</summary>
internal static class InstallCommand
{
    private const string FieldManager = "kbnet";

    public static Command Create(CliEnvironment environment)
    {
        var cluster = new ClusterOptions();
        var command = new Command("install", "Put the project's CRDs into the cluster, and wait until it serves them.");
        cluster.AddTo(command);
        Examples.Add(command, "kbnet install", "kbnet install --context kind-dev --dry-run");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var definitions = DefinitionFiles.Read(environment.Files, cluster.Config(parsed));
            var configuration = cluster.Load(parsed);
            var deadline = new Deadline(configuration.Host, cluster.Timeout(parsed));
            using var rest = new RestClient(configuration);
            var manifests = new ManifestClient(rest);
            var isDryRun = cluster.IsDryRun(parsed);
            foreach (var definition in definitions)
            {
                await deadline.RunAsync(token => ApplyAsync(manifests, definition, isDryRun, token), cancellationToken);
                if (isDryRun)
                    environment.Out.WriteLine($"{definition.Name} would be installed ({definition.Versions})");
            }
            foreach (var definition in isDryRun ? [] : definitions)
            {
                await deadline.WaitAsync(token => manifests.WaitForEstablishedAsync(definition.Name, deadline.Timeout, token), cancellationToken);
                environment.Out.WriteLine($"{definition.Name} installed ({definition.Versions})");
            }
            return 0;
        });
        return command;
    }

    private static async Task<JsonObject> ApplyAsync(ManifestClient manifests, Definition definition, bool isDryRun, CancellationToken cancellationToken)
    {
        try
        {
            var options = new ApplyOptions { FieldManager = FieldManager, Force = true, DryRun = isDryRun };
            return await manifests.ApplyAsync(definition.Manifest, options, cancellationToken);
        }
        catch (KubernetesApiException e) when (e.Reason is StatusReason.Invalid or StatusReason.BadRequest)
        {
            throw new ScaffoldException($"{definition.Path}: the cluster refuses it: {e.Status.Message}", e);
        }
    }
}
