using KubeBuilderNet.Scaffolding.Resources;

namespace KubeBuilderNet.Scaffolding.Projects;

/// <summary>One entry of <c>resources</c>: a kind in one version, and what the project has of it.</summary>
public sealed record ProjectResource
{
    /// <summary>The kind.</summary>
    public required Resource Resource { get; init; }

    /// <summary>The namespace of its class.</summary>
    public required string Path { get; init; }

    /// <summary>Whether the project has its class.</summary>
    public bool HasApi { get; init; }

    /// <summary>The names of the controllers that reconcile it, such as <c>captain</c> and <c>captain-backup</c>.</summary>
    public IReadOnlyList<string> Controllers { get; init; } = [];

    /// <summary>Whether the kind is another operator's.</summary>
    public bool IsExternal { get; init; }

    /// <summary>Whether the kind is Kubernetes' own.</summary>
    public bool IsCore { get; init; }

    /// <summary>The package with the class of an external kind, with <c>@version</c> or without; null for none.</summary>
    public string? Module { get; init; }

    /// <summary>Whether there is a webhook for it.</summary>
    public bool HasWebhooks { get; init; }

    /// <summary>Whether anything of the kind is left in the project.</summary>
    public bool IsEmpty => !HasApi && Controllers.Count == 0 && !HasWebhooks;

    /// <summary>The name of the controller that a kind gets when nobody says another.</summary>
    public static string DefaultController(string kind) => kind.ToLowerInvariant();
}
