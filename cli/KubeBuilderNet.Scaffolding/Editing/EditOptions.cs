using System.Text.Json.Nodes;
using KubeBuilderNet.Scaffolding.Init;
using KubeBuilderNet.Scaffolding.Projects;

namespace KubeBuilderNet.Scaffolding.Editing;

/// <summary>What <c>kbnet edit</c> was asked for. Nothing is checked yet; null leaves a thing as it is.</summary>
public sealed record EditOptions
{
    /// <summary>Whether new kinds lie in a folder of their group.</summary>
    public bool? MultiGroup { get; init; }

    /// <summary>Whether the operator watches its own namespace alone.</summary>
    public bool? Namespaced { get; init; }

    /// <summary>The lines at the top of C# files that are written from now on.</summary>
    public LicenseOptions? License { get; init; }

    /// <summary>The parts of config/ to deploy; see <see cref="Overlay.All"/>.</summary>
    public IReadOnlyList<string> Enable { get; init; } = [];

    /// <summary>The parts of config/ to deploy no longer.</summary>
    public IReadOnlyList<string> Disable { get; init; } = [];

    /// <summary>A Helm chart to make; null for none.</summary>
    public ChartOptions? Chart { get; init; }

    /// <summary>Whether files that are there and differ are replaced.</summary>
    public bool Force { get; init; }
}

/// <summary>A Helm chart to make.</summary>
/// <param name="Settings">Where it comes from and goes.</param>
/// <param name="Documents">The objects that it installs.</param>
public sealed record ChartOptions(HelmSettings Settings, IReadOnlyList<JsonNode> Documents);
