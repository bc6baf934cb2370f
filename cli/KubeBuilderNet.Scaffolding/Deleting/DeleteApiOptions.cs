namespace KubeBuilderNet.Scaffolding.Deleting;

/// <summary>What <c>kbnet delete api</c> was asked for. Nothing is checked yet.</summary>
public sealed record DeleteApiOptions
{
    /// <summary>The group, without the project's domain; may be empty.</summary>
    public string Group { get; init; } = "";

    /// <summary>The version.</summary>
    public required string Version { get; init; }

    /// <summary>The kind.</summary>
    public required string Kind { get; init; }

    /// <summary>Whether the class goes, with its sample and its roles.</summary>
    /// <value>Default: true.</value>
    public bool Resource { get; init; } = true;

    /// <summary>Whether the controllers go, with their tests.</summary>
    /// <value>Default: true.</value>
    public bool Controller { get; init; } = true;

    /// <summary>The one controller that goes; null for all.</summary>
    public string? ControllerName { get; init; }

    /// <summary>Whether edited files go, too.</summary>
    public bool Force { get; init; }
}
