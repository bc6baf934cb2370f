namespace KubeBuilderNet.Scaffolding.Init;

/// <summary>What <c>kbnet init</c> was asked for. Nothing is checked yet.</summary>
public sealed record InitOptions
{
    /// <summary>What every group ends with.</summary>
    /// <value>Default: <c>my.domain</c>, as kubebuilder has it.</value>
    public string Domain { get; init; } = "my.domain";

    /// <summary>The project's name; null for that of its folder.</summary>
    public string? ProjectName { get; init; }

    /// <summary>The name of the folder that is scaffolded into.</summary>
    public required string FolderName { get; init; }

    /// <summary>The root namespace of the C#; null for one made from the project's name.</summary>
    public string? RootNamespace { get; init; }

    /// <summary>The lines at the top of each C# file; see <see cref="LicenseHeader"/>.</summary>
    public LicenseOptions License { get; init; } = new();

    /// <summary>Whether kinds lie in a folder of their group, so that there can be several groups.</summary>
    public bool MultiGroup { get; init; }

    /// <summary>Whether the operator watches its own namespace alone, with a Role instead of a ClusterRole.</summary>
    public bool Namespaced { get; init; }

    /// <summary>A folder of packages, as the user wrote it; null for none.</summary>
    public string? PackageSource { get; init; }

    /// <summary>The version of the package KubeBuilderNet.</summary>
    public required string PackageVersion { get; init; }

    /// <summary>The version of this tool.</summary>
    public required string CliVersion { get; init; }
}
