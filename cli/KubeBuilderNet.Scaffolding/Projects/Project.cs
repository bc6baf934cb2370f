namespace KubeBuilderNet.Scaffolding.Projects;

/// <summary>What PROJECT says.</summary>
public sealed record Project
{
    /// <summary>What every group ends with; may be empty.</summary>
    public required string Domain { get; init; }

    /// <summary>The project's name, which names and namespaces in the cluster begin with.</summary>
    public required string Name { get; init; }

    /// <summary>The root namespace of its C# (<c>repo</c> in the file).</summary>
    public required string RootNamespace { get; init; }

    /// <summary>Whether new kinds lie in a folder of their group.</summary>
    public bool MultiGroup { get; init; }

    /// <summary>Whether the operator watches its own namespace alone, with a Role instead of a ClusterRole.</summary>
    public bool Namespaced { get; init; }

    /// <summary>The kinds.</summary>
    public IReadOnlyList<ProjectResource> Resources { get; init; } = [];

    /// <summary>The kinds that the plug-in deploy-image made.</summary>
    public IReadOnlyList<DeployImage> DeployImages { get; init; } = [];

    /// <summary>What the plug-in helm was told; null when it isn't used.</summary>
    public HelmSettings? Helm { get; init; }

    /// <summary>The entry of a kind in one version; null when there is none.</summary>
    public ProjectResource? Find(Resources.Resource resource) => Resources.FirstOrDefault(entry => entry.Resource.Is(resource));
}

/// <summary>What the plug-in helm was told.</summary>
/// <param name="Manifests">What the chart is made from: a folder that kustomize renders, or a file of rendered objects.</param>
/// <param name="Output">The folder that gets the folder <c>chart</c>.</param>
public sealed record HelmSettings(string Manifests = "config/default", string Output = "dist");

/// <summary>What the plug-in deploy-image was asked for.</summary>
/// <param name="Resource">The kind.</param>
/// <param name="Image">The image that its objects run.</param>
/// <param name="Command">The container's command and arguments, joined by commas; empty for the image's own.</param>
/// <param name="Port">The port that the container listens on; null for none.</param>
/// <param name="RunAsUser">The user id that the container runs as; null for the image's own.</param>
public sealed record DeployImage(Resources.Resource Resource, string Image, string Command = "", int? Port = null, long? RunAsUser = null);
