using System.CommandLine;
using System.CommandLine.Help;
using KubeBuilderNet.Cli.Output;
using KubeBuilderNet.Scaffolding.Deleting;

namespace KubeBuilderNet.Cli.Commands;

/// <summary><c>kbnet delete</c>: what <c>kbnet create</c> wrote goes again.</summary>
internal static class DeleteCommand
{
    public static Command Create(CliEnvironment environment)
    {
        var command = new Command("delete", "Take out of a project: an API, webhooks.") { Api(environment), Webhook(environment) };
        command.SetAction(parsed => new HelpAction().Invoke(parsed));
        return command;
    }

    private static Command Api(CliEnvironment environment)
    {
        var (kind, plan) = (new KindFlags(), new PlanOptions("Delete files, too, that were edited."));
        var resource = new Switch("resource", "Delete the class, its sample and its roles.");
        var controller = new Switch("controller", "Delete the controllers and their tests.");
        var controllerName = new Option<string?>("--controller-name") { Description = "The one controller to delete. [default: all of the kind, and its class]" };
        var command = new Command("api", "Take a kind of one version out of the project, with all that 'create api' wrote for it.") { controllerName };
        kind.AddTo(command);
        resource.AddTo(command);
        controller.AddTo(command);
        plan.AddTo(command);
        Examples.Add(command,
            "kbnet delete api --group apps --version v1beta1 --kind HTTPClient --dry-run",
            "kbnet delete api --group apps --version v1 --kind Captain --controller-name captain-backup --force");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = new DeleteApiOptions
            {
                Group = kind.Group(parsed),
                Version = kind.Version(parsed),
                Kind = kind.Kind(parsed),
                Resource = resource.Value(parsed) ?? true,
                Controller = controller.Value(parsed) ?? true,
                ControllerName = parsed.GetValue(controllerName),
                Force = plan.IsForced(parsed),
            };
            if (await plan.RunAsync(parsed, environment, files => DeleteApiScaffold.Plan(files, options), cancellationToken))
                environment.Out.WriteLine("Next: run 'dotnet build'. A CRD that is in a cluster stays there: 'kubectl delete crd' takes it away, with its objects");
            return 0;
        });
        return command;
    }

    private static Command Webhook(CliEnvironment environment)
    {
        var (kind, plan) = (new KindFlags(), new PlanOptions("Delete files, too, that were edited."));
        var command = new Command("webhook", "Take a kind's webhooks out of the project.");
        kind.AddTo(command);
        plan.AddTo(command);
        Examples.Add(command, "kbnet delete webhook --group apps --version v1 --kind Captain");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await plan.RunAsync(parsed, environment, files => DeleteWebhookScaffold.Plan(files, kind.Group(parsed), kind.Version(parsed), kind.Kind(parsed)), cancellationToken);
            return 0;
        });
        return command;
    }
}
