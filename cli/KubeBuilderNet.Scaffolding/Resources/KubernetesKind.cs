using System.Reflection;

namespace KubeBuilderNet.Scaffolding.Resources;

/// <summary>Kubernetes' own kinds, and the classes that KubernetesClient has for them.</summary>
/// <param name="Group">The group; empty for the core group.</param>
/// <param name="Version">The version.</param>
/// <param name="Kind">The kind.</param>
/// <param name="Plural">The name in paths.</param>
/// <param name="Class">The class in <c>k8s.Models</c>.</param>
internal sealed record KubernetesKind(string Group, string Version, string Kind, string Plural, string Class)
{
    /// <summary>The namespace of the classes.</summary>
    public const string Namespace = "k8s.Models";

    /// <summary>What kubebuilder's PROJECT has in place of the empty group.</summary>
    public const string CoreGroup = "core";

    private const string Suffix = ".k8s.io";

    private static readonly Lazy<IReadOnlyList<KubernetesKind>> Table = new(Load);

    /// <summary>All that can be watched.</summary>
    public static IReadOnlyList<KubernetesKind> All => Table.Value;

    /// <summary>The kind by its group as people write it: <c>apps</c>, <c>core</c>, <c>networking</c> or <c>networking.k8s.io</c>.</summary>
    /// <param name="group">The group.</param>
    /// <param name="version">The version.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="isGroup">Whether there is such a group.</param>
    public static KubernetesKind? Find(string group, string version, string kind, out bool isGroup)
    {
        var names = new[] { group == CoreGroup ? "" : group, group + Suffix };
        var known = All.Where(entry => names.Contains(entry.Group)).ToList();
        isGroup = known.Count > 0;
        return known.Find(entry => entry.Version == version && entry.Kind == kind);
    }

    /// <summary>The kind as PROJECT names it.</summary>
    public Resource ToResource()
    {
        var isDomain = Group.EndsWith(Suffix, StringComparison.Ordinal);
        return new Resource
        {
            Group = Group.Length == 0 ? CoreGroup : isDomain ? Group[..^Suffix.Length] : Group,
            Domain = isDomain ? Suffix[1..] : "",
            Version = Version,
            Kind = Kind,
            Plural = Plural,
        };
    }

    private static List<KubernetesKind> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("kubernetes-kinds.tsv")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.TrimEnd('\r').Split('\t'))
            .Select(fields => new KubernetesKind(fields[0], fields[1], fields[2], fields[3], fields[4]))];
    }
}
