using System.CommandLine;
using KubeBuilderNet.Cli.Deploying;
using KubeBuilderNet.Cli.Output;
using KubeBuilderNet.Scaffolding.Planning;

namespace KubeBuilderNet.Cli.Commands;

/// <summary><c>kbnet deploy</c>: the operator and all that it needs into the cluster, by server-side apply.</summary>
internal static class DeployCommand
{
    public static Command Create(CliEnvironment environment)
    {
        var overlay = new OverlayOptions();
        var cluster = new ClusterOptions();
        var dryRun = ClusterOptions.DryRun();
        var diff = new Option<bool>("--diff") { Description = "Show what would change in the cluster as a diff, and change nothing." };
        var wait = new Option<bool>("--wait") { Description = "Wait until the operator runs." };
        var command = new Command("deploy", "Put the operator into the cluster: its CRDs, rights, services and Deployment.");
        overlay.AddTo(command);
        foreach (var option in new[] { dryRun, diff, wait })
            command.Options.Add(option);
        cluster.AddConnectionTo(command);
        Examples.Add(command,
            "kbnet deploy --image registry.example.com/shop:v0.1.0 --wait",
            "kbnet deploy --diff",
            "kbnet deploy --overlay config/staging --context staging");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var session = cluster.Open(parsed);
            var objects = await overlay.RenderAsync(parsed, environment, cancellationToken);
            await KindCheck.RunAsync(session, objects, cancellationToken);
            var isDiff = parsed.GetValue(diff);
            var isDryRun = isDiff || parsed.GetValue(dryRun);
            var applied = new List<FileChange>();
            await foreach (var result in new Applier(session, isDryRun).ApplyAsync(objects, cancellationToken))
            {
                if (isDiff)
                    applied.Add(DeployDiff.Of(result));
                else
                    environment.Out.WriteLine($"{result.Item} {result.Word}{(isDryRun ? " (dry run)" : "")}");
            }
            if (isDiff)
                PlanView.ShowDiff(environment, new Plan(applied, []));
            foreach (var workload in isDryRun || !parsed.GetValue(wait) ? [] : objects.Where(item => item.IsWorkload))
            {
                await Rollout.WaitAsync(session, workload, cancellationToken);
                environment.Out.WriteLine($"{workload} runs");
            }
            return 0;
        });
        return command;
    }
}
