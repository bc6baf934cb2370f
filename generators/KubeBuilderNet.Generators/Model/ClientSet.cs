using KubeBuilderNet.Generators.Infrastructure;

namespace KubeBuilderNet.Generators.Model;

/// <summary>A kind as client sets and listers need it: nothing of its spec, so that an edit there writes none of them again.</summary>
/// <param name="Namespace">The class's namespace, empty for the global one.</param>
/// <param name="Class">The class as C# names it, with <c>global::</c>.</param>
/// <param name="IsPublic">Whether other projects see the class.</param>
/// <param name="Property">What the kind is called in a set: its plural, spelled as the class is.</param>
/// <param name="Group">The API group.</param>
/// <param name="Version">The version within the group.</param>
/// <param name="Resource">The name in paths.</param>
/// <param name="IsNamespaced">Whether its objects have a namespace.</param>
internal sealed record ClientKind(
    string Namespace, string Class, bool IsPublic, string Property, string Group, string Version, string Resource, bool IsNamespaced);

/// <summary>The kinds of one group and version, in ordinal order of their properties.</summary>
/// <param name="Namespace">Where the classes are written, empty for the global namespace.</param>
/// <param name="Group">The API group.</param>
/// <param name="Version">The version within the group.</param>
/// <param name="Kinds">One or more kinds.</param>
internal sealed record ClientSet(string Namespace, string Group, string Version, EquatableArray<ClientKind> Kinds)
{
    public string ApiVersion => $"{Group}/{Version}";

    public bool IsPublic => Kinds.Any(static kind => kind.IsPublic);

    /// <summary>What the classes are called before their ending; null when each name that they might have is taken.</summary>
    public string? Stem { get; init; }

    public string HintName { get; init; } = "";

    /// <summary>Whether there is something to make clients of.</summary>
    public bool HasClient { get; init; }

    /// <summary>Whether there is something to make listers of.</summary>
    public bool HasListers { get; init; }
}
