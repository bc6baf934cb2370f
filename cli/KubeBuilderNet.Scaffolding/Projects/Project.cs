using KubeBuilderNet.Scaffolding.Resources;

namespace KubeBuilderNet.Scaffolding.Projects;

/// <summary>What PROJECT says.</summary>
/// <param name="Domain">What every group ends with; may be empty.</param>
/// <param name="Name">The project's name, which names and namespaces in the cluster begin with.</param>
/// <param name="RootNamespace">The root namespace of its C# (<c>repo</c> in the file).</param>
/// <param name="MultiGroup">Whether kinds lie in a folder of their group.</param>
/// <param name="Resources">The kinds.</param>
public sealed record Project(
    string Domain,
    string Name,
    string RootNamespace,
    bool MultiGroup,
    IReadOnlyList<ProjectResource> Resources);

/// <summary>One entry of <c>resources</c>.</summary>
/// <param name="Resource">The kind.</param>
/// <param name="HasApi">Whether the project has its class.</param>
/// <param name="HasController">Whether the project has a controller for it.</param>
public sealed record ProjectResource(Resource Resource, bool HasApi, bool HasController);
