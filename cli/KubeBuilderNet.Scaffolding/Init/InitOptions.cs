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

    /// <summary>Who holds the copyright; may be empty.</summary>
    public string Owner { get; init; } = "";

    /// <summary><c>apache2</c>, <c>copyright</c> or <c>none</c>.</summary>
    public string License { get; init; } = "apache2";

    /// <summary>A folder of packages, as the user wrote it; null for none.</summary>
    public string? PackageSource { get; init; }

    /// <summary>Whether a Directory.Packages.props above the folder has the versions of packages, which refuses them in the project.</summary>
    public bool IsBelowCentralVersions { get; init; }

    /// <summary>The version of the package KubeBuilderNet.</summary>
    public required string PackageVersion { get; init; }

    /// <summary>The version of this tool.</summary>
    public required string CliVersion { get; init; }
}
