using KubeBuilderNet.Scaffolding.Plugins;

namespace KubeBuilderNet.Scaffolding.Apis;

/// <summary>What <c>kbnet create api</c> was asked for. Nothing is checked yet.</summary>
public sealed record CreateApiOptions
{
    /// <summary>The group without the project's domain; may be empty.</summary>
    public string Group { get; init; } = "";

    /// <summary>The version.</summary>
    public required string Version { get; init; }

    /// <summary>The kind.</summary>
    public required string Kind { get; init; }

    /// <summary>The plural; null for the one that other versions of the kind have, else the English one.</summary>
    public string? Plural { get; init; }

    /// <summary>Whether the class, the sample and the roles are written.</summary>
    /// <value>Default: true.</value>
    public bool HasResource { get; init; } = true;

    /// <summary>Whether the controller is written.</summary>
    /// <value>Default: true.</value>
    public bool HasController { get; init; } = true;

    /// <summary>The controller's name; null for that of the kind. With names, several controllers reconcile one kind.</summary>
    public string? ControllerName { get; init; }

    /// <summary>Whether objects live in namespaces; null for what other versions of the kind have, else true.</summary>
    public bool? Namespaced { get; init; }

    /// <summary>Short names for command lines.</summary>
    public IReadOnlyList<string> ShortNames { get; init; } = [];

    /// <summary>The namespace of the class of a kind that is another operator's; null for the project's own kinds and Kubernetes' own.</summary>
    public string? ExternalApiPath { get; init; }

    /// <summary>The domain of a kind that is another operator's.</summary>
    public string? ExternalApiDomain { get; init; }

    /// <summary>The package with that class, as <c>name@version</c>; null when the project has it already.</summary>
    public string? ExternalApiModule { get; init; }

    /// <summary>What the kind's objects run, for the plug-in deploy-image; null without it.</summary>
    public DeployImageOptions? Image { get; init; }

    /// <summary>Whether files that are there and differ are replaced.</summary>
    public bool Force { get; init; }
}
