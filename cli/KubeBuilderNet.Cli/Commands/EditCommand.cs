using System.CommandLine;
using KubeBuilderNet.Cli.Deploying;
using KubeBuilderNet.Cli.Output;
using KubeBuilderNet.Scaffolding;
using KubeBuilderNet.Scaffolding.Editing;
using KubeBuilderNet.Scaffolding.Plugins;
using KubeBuilderNet.Scaffolding.Projects;

namespace KubeBuilderNet.Cli.Commands;

/// <summary><c>kbnet edit</c>: a project as a whole.</summary>
internal static class EditCommand
{
    public static Command Create(CliEnvironment environment)
    {
        var multiGroup = new Option<bool?>("--multigroup") { Description = "New kinds lie in a folder of their group, and there may be several groups." };
        var namespaced = new Option<bool?>("--namespaced") { Description = "The operator watches its own namespace alone, with a Role instead of a ClusterRole." };
        var overlays = string.Join(", ", Overlay.All.Where(overlay => overlay.Name != Overlay.Namespaced).Select(overlay => overlay.Name));
        var enable = new Option<string[]>("--enable") { Description = $"A part of config/ to deploy: {overlays}; may be repeated." };
        var disable = new Option<string[]>("--disable") { Description = "A part of config/ to deploy no longer; may be repeated." };
        var (license, plugins, chart, plan) = (new LicenseFlags(), new PluginsFlag(Plugin.Helm), new ChartFlags(), new PlanOptions());
        var command = new Command("edit", "Change the project as a whole.") { multiGroup, namespaced, enable, disable };
        license.AddTo(command);
        plugins.AddTo(command);
        chart.AddTo(command);
        plan.AddTo(command);
        Examples.Add(command, "kbnet edit --multigroup", "kbnet edit --namespaced=false", "kbnet edit --enable prometheus --enable certmanager", "kbnet edit --plugins=helm/v2-alpha");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = new EditOptions
            {
                MultiGroup = parsed.GetValue(multiGroup),
                Namespaced = parsed.GetValue(namespaced),
                License = license.Value(parsed, environment),
                Enable = parsed.GetValue(enable) ?? [],
                Disable = parsed.GetValue(disable) ?? [],
                Force = plan.IsForced(parsed),
            };
            var edits = options is not { MultiGroup: null, Namespaced: null, License: null, Enable.Count: 0, Disable.Count: 0 };
            var settings = chart.Value(parsed, plugins.Has(parsed, Plugin.Helm), () => ProjectFile.Load(environment.Files).Helm);
            if (settings is null && !edits)
                throw new ScaffoldException("nothing to edit: pass a flag that says what, see 'kbnet edit --help'");
            if (settings is not null && edits)
                throw new ScaffoldException("--plugins=helm/v2-alpha makes a chart of what is deployed now: run it after the other edits, by itself");
            if (settings is not null)
                options = options with { Chart = new ChartOptions(settings, await Charts.DocumentsAsync(environment, settings.Manifests, plan.IsShown(parsed), cancellationToken)) };
            await plan.RunAsync(parsed, environment, files => EditScaffold.Plan(files, options), cancellationToken);
            return 0;
        });
        return command;
    }
}
