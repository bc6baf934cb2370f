using KubeBuilderNet.Scaffolding;

namespace KubeBuilderNet.Cli.Images;

/// <summary>What an image runs on.</summary>
/// <param name="Name">As Docker writes it: <c>linux/amd64</c>.</param>
/// <param name="RuntimeIdentifier">As .NET writes it: <c>linux-x64</c>.</param>
internal sealed record Platform(string Name, string RuntimeIdentifier)
{
    private static readonly Platform[] Known =
    [
        new("linux/amd64", "linux-x64"),
        new("linux/arm64", "linux-arm64"),
        new("linux/arm/v7", "linux-arm"),
        new("linux/s390x", "linux-s390x"),
        new("linux/ppc64le", "linux-ppc64le"),
    ];

    /// <summary>Reads a list with commas; null is none, which means the platform of this machine.</summary>
    /// <exception cref="ScaffoldException">A platform isn't known.</exception>
    public static IReadOnlyList<Platform> ParseList(string? text) => text is null
        ? []
        : [.. text.Split(',', StringSplitOptions.TrimEntries).Select(name => Array.Find(Known, platform => platform.Name == name)
            ?? throw new ScaffoldException($"--platform '{name}' is not known: use {string.Join(", ", Known.Select(platform => platform.Name))}")).Distinct()];
}
