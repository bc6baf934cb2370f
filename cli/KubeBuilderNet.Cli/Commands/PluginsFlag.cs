using System.CommandLine;
using KubeBuilderNet.Scaffolding.Plugins;

namespace KubeBuilderNet.Cli.Commands;

/// <summary>The flag <c>--plugins</c>.</summary>
/// <param name="allowed">Those that the command takes, besides what is always there.</param>
internal sealed class PluginsFlag(params Plugin[] allowed)
{
    private readonly Option<string[]> _plugins = new("--plugins")
    {
        Description = $"What to use besides kbnet's own: {string.Join(", ", allowed.Select(plugin => $"{plugin.Name}/{plugin.Version}"))}.",
    };

    public void AddTo(Command command) => command.Options.Add(_plugins);

    public bool Has(ParseResult parsed, Plugin plugin) =>
        Plugin.Resolve(parsed.GetValue(_plugins) ?? [], [Plugin.DotNet, .. allowed]).Contains(plugin);
}
