using System.Collections.Immutable;
using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;

namespace KubeBuilderNet.Generators.Parsing.Clients;

/// <summary>Brings the kinds of a group and version together.</summary>
internal static class ClientSetGrouping
{
    /// <summary>The sets in ordinal order of group and version.</summary>
    public static EquatableArray<ClientSet> Group(ImmutableArray<ClientKind> kinds) => kinds
        .GroupBy(static kind => (kind.Group, kind.Version))
        .OrderBy(static same => same.Key.Group, StringComparer.Ordinal)
        .ThenBy(static same => same.Key.Version, StringComparer.Ordinal)
        .Select(static same => new ClientSet(CommonNamespace(same), same.Key.Group, same.Key.Version, Ordered(same)))
        .ToEquatableArray();

    // Two classes of one kind are a mistake that is reported elsewhere; the code must not add to it.
    private static EquatableArray<ClientKind> Ordered(IEnumerable<ClientKind> kinds) => kinds
        .OrderBy(static kind => kind.Property, StringComparer.Ordinal)
        .ThenBy(static kind => kind.Class, StringComparer.Ordinal)
        .GroupBy(static kind => kind.Property, static (_, same) => same.First(), StringComparer.Ordinal)
        .ToEquatableArray();

    // What the namespaces begin with; the first of them when they have nothing in common.
    private static string CommonNamespace(IEnumerable<ClientKind> kinds)
    {
        var namespaces = kinds.Select(static kind => kind.Namespace).Distinct().OrderBy(static space => space, StringComparer.Ordinal).ToList();
        var common = namespaces[0].Split('.').AsEnumerable();
        foreach (var other in namespaces.Skip(1).Select(static space => space.Split('.')))
            common = common.Zip(other, static (one, two) => (one, two)).TakeWhile(static pair => pair.one == pair.two).Select(static pair => pair.one).ToList();
        return string.Join(".", common) is { Length: > 0 } name ? name : namespaces[0];
    }
}
