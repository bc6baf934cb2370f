using System.Text.Json.Nodes;
using KubeBuilderNet.Cli.Cluster;
using KubeBuilderNet.Scaffolding;

namespace KubeBuilderNet.Cli.Doctoring;

/// <summary>The cluster of the kubeconfig: whether it answers, what it is, and whether it has the project's definitions as they are here.</summary>
internal static class ClusterChecks
{
    private const int LowestMinor = 20;

    public static async Task<IReadOnlyList<Finding>> RunAsync(CliEnvironment environment, Func<ClusterSession> connect, string config, CancellationToken cancellationToken)
    {
        try
        {
            using var cluster = connect();
            var version = await cluster.GetAsync("/version", cancellationToken);
            List<Finding> findings = [Version(version)];
            if (environment.Files.DirectoryExists($"{config}/crd/bases"))
            {
                foreach (var definition in DefinitionFiles.Read(environment.Files, config))
                    findings.Add(await DefinitionAsync(cluster, definition, cancellationToken));
            }
            return findings;
        }
        catch (Exception e) when (ClusterErrors.Explain(e) is { } message)
        {
            return [Finding.Warning(message, "commands that talk to a cluster won't work")];
        }
        catch (ScaffoldException e)
        {
            return [Finding.Warning(e.Message, "mend that before you install or deploy")];
        }
    }

    private static Finding Version(JsonObject version)
    {
        var name = (string?)version["gitVersion"] ?? "?";
        var minor = ((string?)version["minor"] ?? "").TrimEnd('+');
        return (string?)version["major"] == "1" && int.TryParse(minor, out var number) && number < LowestMinor
            ? Finding.Failure($"cluster {name}", $"use Kubernetes 1.{LowestMinor} or later")
            : Finding.Ok($"cluster {name}");
    }

    // Applying it again would change nothing: then the cluster has what is here.
    private static async Task<Finding> DefinitionAsync(ClusterSession cluster, Definition definition, CancellationToken cancellationToken)
    {
        if (await cluster.FindAsync(definition.Manifest, cancellationToken) is not { } there)
            return Finding.Warning($"{definition.Name} is not in the cluster", "run 'kbnet install'");
        var applied = await cluster.ApplyAsync(definition.Manifest, definition.Path, isDryRun: true, cancellationToken);
        return JsonNode.DeepEquals(there["spec"], applied["spec"])
            ? Finding.Ok($"{definition.Name} is in the cluster as it is here")
            : Finding.Warning($"{definition.Name} is in the cluster, and differs from {definition.Path}", "run 'kbnet install'");
    }
}
