using System.CommandLine;
using KubeBuilderNet.Cli.Output;
using KubeBuilderNet.Scaffolding.Apis;
using Spectre.Console;

namespace KubeBuilderNet.Cli.Commands;

/// <summary><c>kbnet create api</c>: a kind of one version, and its controller.</summary>
internal static class CreateApiCommand
{
    public static Command Create(CliEnvironment environment)
    {
        var group = new Option<string>("--group") { Description = "The API group, without the project's domain.", DefaultValueFactory = _ => "" };
        var version = new Option<string>("--version") { Description = "The API version, such as v1beta1.", Required = true };
        var kind = new Option<string>("--kind") { Description = "The kind, such as HTTPClient.", Required = true };
        var plural = new Option<string?>("--plural") { Description = "The plural in paths. [default: the English one]" };
        var shortName = new Option<string[]>("--short-name") { Description = "A short name for kubectl; may be repeated." };
        var namespaced = new Option<bool?>("--namespaced") { Description = "Whether objects live in namespaces. [default: true]" };
        var resource = new Switch("resource", "Write the class, its sample and its roles.");
        var controller = new Switch("controller", "Write the controller.");
        var plan = new PlanOptions();

        var command = new Command("api", "Add a kind: its class, its controller, and what config/ says of it.")
        {
            group, version, kind, plural, shortName, namespaced,
        };
        resource.AddTo(command);
        controller.AddTo(command);
        plan.AddTo(command);
        Examples.Add(command,
            "kbnet create api --group apps --version v1beta1 --kind HTTPClient",
            "kbnet create api --group apps --version v1 --kind Cluster --namespaced=false --short-name cl",
            "kbnet create api --group apps --version v2 --kind HTTPClient --controller=false   # another version of a kind");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var isAsking = environment.IsInteractive;
            var options = new CreateApiOptions
            {
                Group = parsed.GetValue(group)!,
                Version = parsed.GetValue(version)!,
                Kind = parsed.GetValue(kind)!,
                Plural = parsed.GetValue(plural),
                ShortNames = parsed.GetValue(shortName) ?? [],
                Namespaced = parsed.GetValue(namespaced),
                HasResource = resource.Value(parsed) ?? Ask(isAsking, "Create the resource?"),
                HasController = controller.Value(parsed) ?? Ask(isAsking, "Create the controller?"),
                Force = plan.IsForced(parsed),
            };
            if (await plan.RunAsync(parsed, environment, files => CreateApiScaffold.Plan(files, options), cancellationToken))
                environment.Out.WriteLine("Next: edit the new classes, then run 'dotnet build', 'kbnet install' and 'dotnet run'");
            return 0;
        });
        return command;
    }

    // As kubebuilder asks; on a pipe the answer is yes.
    private static bool Ask(bool isAsking, string question) => !isAsking || AnsiConsole.Confirm(question, defaultValue: true);
}
