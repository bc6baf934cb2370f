using System.CommandLine;
using KubeBuilderNet.Cli.Output;
using KubeBuilderNet.Scaffolding.Apis;
using KubeBuilderNet.Scaffolding.Plugins;
using Spectre.Console;

namespace KubeBuilderNet.Cli.Commands;

/// <summary><c>kbnet create api</c>: a kind of one version, and its controller.</summary>
internal static class CreateApiCommand
{
    public static Command Create(CliEnvironment environment)
    {
        var plural = new Option<string?>("--plural") { Description = "The plural in paths. [default: the English one]" };
        var shortName = new Option<string[]>("--short-name") { Description = "A short name for kubectl; may be repeated." };
        var namespaced = new Option<bool?>("--namespaced") { Description = "Whether objects live in namespaces. [default: true]" };
        var controllerName = new Option<string?>("--controller-name") { Description = "The controller's name; with names, several reconcile one kind. [default: the kind's]" };
        var externalPath = new Option<string?>("--external-api-path") { Description = "The C# namespace of the class of another operator's kind; with --resource=false." };
        var externalDomain = new Option<string?>("--external-api-domain") { Description = "The domain of another operator's kind." };
        var externalModule = new Option<string?>("--external-api-module") { Description = "The package with that class, as name@version. [default: the project has it already]" };
        var resource = new Switch("resource", "Write the class, its sample and its roles.");
        var controller = new Switch("controller", "Write the controller and its tests.");
        var (kind, plugins, image, plan) = (new KindFlags(), new PluginsFlag(Plugin.DeployImage), new DeployImageFlags(), new PlanOptions());

        var command = new Command("api", "Add a kind: its class, its controller, its tests, and what config/ says of it.");
        kind.AddTo(command);
        foreach (var option in new Option[] { plural, shortName, namespaced, controllerName, externalPath, externalDomain, externalModule })
            command.Options.Add(option);
        resource.AddTo(command);
        controller.AddTo(command);
        plugins.AddTo(command);
        image.AddTo(command);
        plan.AddTo(command);
        Examples.Add(command,
            "kbnet create api --group apps --version v1beta1 --kind HTTPClient",
            "kbnet create api --group apps --version v1 --kind Cluster --namespaced=false --short-name cl",
            "kbnet create api --group apps --version v2 --kind HTTPClient --controller=false   # another version of a kind",
            "kbnet create api --group apps --version v1 --kind Deployment --resource=false     # a kind of Kubernetes",
            "kbnet create api --group cache --version v1 --kind Memcached --plugins=deploy-image/v1-alpha --image memcached:1.6");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var usesImage = plugins.Has(parsed, Plugin.DeployImage);
            var isAsking = environment.IsInteractive && !usesImage;
            var options = new CreateApiOptions
            {
                Group = kind.Group(parsed),
                Version = kind.Version(parsed),
                Kind = kind.Kind(parsed),
                Plural = parsed.GetValue(plural),
                ShortNames = parsed.GetValue(shortName) ?? [],
                Namespaced = parsed.GetValue(namespaced),
                ControllerName = parsed.GetValue(controllerName),
                ExternalApiPath = parsed.GetValue(externalPath),
                ExternalApiDomain = parsed.GetValue(externalDomain),
                ExternalApiModule = parsed.GetValue(externalModule),
                Image = image.Value(parsed, usesImage),
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
