using KubeBuilderNet.Scaffolding.Naming;

namespace KubeBuilderNet.Scaffolding.Resources;

/// <summary>A kind of one version, as the command line or PROJECT names it.</summary>
/// <remarks>Follows kubebuilder's <c>pkg/model/resource</c>. Its identity is group, domain, version and kind.</remarks>
public sealed record Resource
{
    /// <summary>The group without the domain; may be empty.</summary>
    public required string Group { get; init; }

    /// <summary>The domain; may be empty.</summary>
    public required string Domain { get; init; }

    /// <summary>The version, such as <c>v1beta1</c>.</summary>
    public required string Version { get; init; }

    /// <summary>The kind, such as <c>HTTPClient</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The name in paths.</summary>
    public required string Plural { get; init; }

    /// <summary>Whether objects live in namespaces.</summary>
    public bool Namespaced { get; init; } = true;

    /// <summary>Short names for command lines.</summary>
    public IReadOnlyList<string> ShortNames { get; init; } = [];

    /// <summary>Group and domain: <c>apps.baihl.io</c>.</summary>
    public string QualifiedGroup => Group.Length == 0 ? Domain : Domain.Length == 0 ? Group : $"{Group}.{Domain}";

    /// <summary>The plural that a kind has when nobody says another.</summary>
    public static string DefaultPlural(string kind) => Generators.Parsing.Naming.Pluralizer.Pluralize(kind);

    /// <summary>Whether the plural is not the one that the kind has by itself.</summary>
    public bool HasIrregularPlural => Plural != DefaultPlural(Kind);

    /// <summary>The version as C# names it: <c>V1Beta1</c>.</summary>
    public string VersionName => CSharpName.PascalVersion(Version);

    /// <summary>Whether both are the same kind of the same group and version.</summary>
    public bool Is(Resource other) => HasSameKind(other) && Version == other.Version;

    /// <summary>Whether both are the same kind of the same group, in whatever version.</summary>
    public bool HasSameKind(Resource other) => Kind == other.Kind && QualifiedGroup == other.QualifiedGroup;

    /// <inheritdoc/>
    public override string ToString() => $"{QualifiedGroup}/{Version}, kind {Kind}";
}
