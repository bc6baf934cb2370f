using System.CommandLine;
using KubeBuilderNet.Cli.Importing;
using KubeBuilderNet.Cli.Output;
using KubeBuilderNet.Scaffolding.Importing;

namespace KubeBuilderNet.Cli.Commands;

/// <summary><c>kbnet import</c>: CRDs as classes that give the same CRDs again.</summary>
internal static class ImportCommand
{
    public static Command Create(CliEnvironment environment)
    {
        var source = OptionalArgument.Create("source", "A file, an http(s) address, or - for what is piped in: YAML or JSON, several documents and lists too.");
        var fromCluster = new Option<string?>("--from-cluster") { Description = "The name of a CRD in the cluster, such as certificates.cert-manager.io." };
        var output = new Option<string>("--output") { Description = "The folder that gets a folder for each version.", DefaultValueFactory = _ => "Api" };
        var space = new Option<string?>("--namespace") { Description = "The namespace that the versions' names are added to. [default: the project's, with the names of --output]" };
        var cluster = new ClusterOptions();
        var plan = new PlanOptions();
        var command = new Command("import", "Turn CRDs into classes: building them gives the same CRDs.") { source, fromCluster, output, space };
        plan.AddTo(command);
        cluster.AddConnectionTo(command);
        command.Validators.Add(result =>
        {
            var isGiven = result.GetResult(source) is { Tokens.Count: > 0 };
            if (isGiven == result.GetResult(fromCluster) is { Implicit: false })
                result.AddError(isGiven ? "A source and --from-cluster contradict each other: pass one." : "Name a file, an address or -, or pass --from-cluster.");
        });
        Examples.Add(command,
            "kbnet import https://example.com/crds.yaml",
            "kubectl get crd widgets.example.com -o yaml | kbnet import - --dry-run",
            "kbnet import --from-cluster certificates.cert-manager.io --output CertManager");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (name, definitions) = parsed.GetValue(fromCluster) is { } crd
                ? await DefinitionSource.FromClusterAsync(crd, cluster, parsed, cancellationToken)
                : await DefinitionSource.ReadAsync(parsed.GetValue(source)!, environment, cluster.Timeout(parsed), cancellationToken);
            var options = new ImportOptions
            {
                Source = name,
                Definitions = definitions,
                Output = parsed.GetValue(output)!.Replace('\\', '/').TrimEnd('/'),
                Namespace = parsed.GetValue(space),
                Force = plan.IsForced(parsed),
            };
            if (await plan.RunAsync(parsed, environment, files => ImportScaffold.Plan(files, options), cancellationToken))
                environment.Out.WriteLine("Next: run 'dotnet build', which writes the same CRDs to config/crd/bases");
            return 0;
        });
        return command;
    }
}
