namespace KubeBuilderNet.Scaffolding.Plugins;

/// <summary>What can add to a project beyond the commands themselves; <c>--plugins</c> names it, PROJECT keeps its settings under its key.</summary>
/// <remarks>Follows kubebuilder's plug-in keys: the name may be the part before the first dot, and the version may be left out.</remarks>
public sealed record Plugin
{
    private const string Domain = ".dotnet.kubebuilder.net";

    private Plugin(string name, string version, string commands) => (Name, Version, Commands) = (name, version, commands);

    /// <summary>What is always there.</summary>
    public static Plugin DotNet { get; } = new("dotnet", "v1", "init, create api, edit, delete");

    /// <summary>An API and a whole controller that runs an image.</summary>
    public static Plugin DeployImage { get; } = new("deploy-image", "v1-alpha", "create api");

    /// <summary>A Helm chart of what is deployed.</summary>
    public static Plugin Helm { get; } = new("helm", "v2-alpha", "edit");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Plugin> All { get; } = [DotNet, DeployImage, Helm];

    /// <summary>The short name.</summary>
    public string Name { get; }

    /// <summary>The version.</summary>
    public string Version { get; }

    /// <summary>The commands that take it, for people.</summary>
    public string Commands { get; }

    /// <summary>The whole key, as in PROJECT.</summary>
    public string Key => this == DotNet ? Projects.ProjectFile.Layout : $"{Name}{Domain}/{Version}";

    /// <summary>Finds plug-ins by their keys.</summary>
    /// <param name="keys">The keys, each of which may be several, joined by commas.</param>
    /// <param name="allowed">Those that the command takes.</param>
    /// <exception cref="ScaffoldException">A key is of none, or of one that the command has no use for.</exception>
    public static IReadOnlyList<Plugin> Resolve(IEnumerable<string> keys, params IReadOnlyCollection<Plugin> allowed)
    {
        var found = new List<Plugin>();
        foreach (var key in keys.SelectMany(key => key.Split(',', StringSplitOptions.TrimEntries)))
        {
            var plugin = All.FirstOrDefault(plugin => plugin.IsNamed(key))
                ?? throw new ScaffoldException($"--plugins '{key}' is not known: use {string.Join(" or ", allowed.Select(plugin => plugin.ShortKey))}");
            if (!allowed.Contains(plugin))
                throw new ScaffoldException($"--plugins '{key}' is nothing for this command: use it with {plugin.Commands}");
            found.Add(plugin);
        }
        return found;
    }

    private string ShortKey => $"{Name}/{Version}";

    private bool IsNamed(string key)
    {
        var (name, version) = key.Split('/', 2) is [var left, var right] ? (left, right) : (key, Version);
        return version == Version && (name == Name || name == Key.Split('/')[0]);
    }
}
