using System.Globalization;

namespace KubeBuilderNet.Caching;

/// <summary>Versions of one resource's objects are numbers that grow: Kubernetes promises it since 1.35, and every version has kept to it.</summary>
internal static class ResourceVersions
{
    /// <summary>Whether what was seen is what is wanted, or newer. Versions that are no numbers are only told to be equal.</summary>
    internal static bool IsAtLeast(string? seen, string? wanted) =>
        seen == wanted || (Number(seen) is { } one && Number(wanted) is { } other && one >= other);

    private static UInt128? Number(string? version) =>
        UInt128.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
