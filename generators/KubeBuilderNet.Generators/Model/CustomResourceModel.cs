using KubeBuilderNet.Generators.Infrastructure;

namespace KubeBuilderNet.Generators.Model;

/// <summary>All that is read from one class with <c>[CustomResource]</c>. Parts are separate records, so that each output depends on its own only.</summary>
/// <param name="Identity">What the C# half needs; null when the class can't be extended.</param>
/// <param name="Declaration">Where the kind is declared, for checks between classes.</param>
/// <param name="Version">What the definition needs; null when the class has errors.</param>
/// <param name="Client">What client sets need; null when the class can't be extended, or no other class can name it.</param>
internal sealed record CustomResourceModel(CustomResourceIdentity? Identity, KindDeclaration Declaration, CrdVersion? Version, ClientKind? Client);

/// <summary>The class and the kind that it stands for.</summary>
/// <param name="Namespace">Its namespace, empty for the global one.</param>
/// <param name="Declarations">Its declaration and those of the types around it, outermost first: <c>partial class Name&lt;T&gt;</c>.</param>
/// <param name="HintName">The class's full name as part of a file's name.</param>
/// <param name="Names">What the kind is called.</param>
/// <param name="Version">The version that the class is.</param>
internal sealed record CustomResourceIdentity(
    string Namespace, EquatableArray<string> Declarations, string HintName, ResourceNames Names, string Version);

/// <summary>What a definition has once for all versions.</summary>
internal sealed record ResourceNames
{
    public required string Group { get; init; }
    public required string Kind { get; init; }
    public required string Plural { get; init; }

    /// <summary>The singular and the kind of lists: empty to leave them to the API server.</summary>
    public required string Singular { get; init; }

    public required string ListKind { get; init; }
    public required string Scope { get; init; }
    public EquatableArray<string> Categories { get; init; } = EquatableArray<string>.Empty;
    public EquatableArray<string> ShortNames { get; init; } = EquatableArray<string>.Empty;
}

/// <summary>A kind and the place that declares it. The only part that changes when lines move.</summary>
internal sealed record KindDeclaration(string ClassName, ResourceNames Names, string Version, VersionUse Use, LocationInfo? Location)
{
    /// <summary>Whether this class says that the Kubernetes project approved of the group, or that it didn't.</summary>
    public bool IsApproved { get; init; }
}

/// <summary>What API servers do with a version.</summary>
internal sealed record VersionUse(bool IsStored, bool IsServed, bool IsSkipped);
