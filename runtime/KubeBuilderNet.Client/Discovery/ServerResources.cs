namespace KubeBuilderNet.Client.Discovery;

/// <summary>All that an API server serves, in its own order: what is more important comes first.</summary>
/// <param name="Groups">The groups, the core group first.</param>
public sealed record ServerResources(IReadOnlyList<ApiGroup> Groups)
{
    /// <summary>Every resource of every version.</summary>
    public IEnumerable<ApiResource> All => Groups.SelectMany(static group => group.Versions).SelectMany(static version => version.Resources);

    /// <summary>Every resource once: in its group's preferred version, or in the first that has it.</summary>
    public IEnumerable<ApiResource> Preferred =>
        Groups.SelectMany(static group => group.Versions.SelectMany(static version => version.Resources).DistinctBy(static resource => resource.Definition.Plural));

    /// <summary>The group of a name; null when the server has none.</summary>
    public ApiGroup? Group(string name) => Groups.FirstOrDefault(group => group.Name == name);

    /// <summary>A version of a group; null when the server has none.</summary>
    public ApiVersion? Version(string group, string version) => Group(group)?.Versions.FirstOrDefault(one => one.Name == version);
}
