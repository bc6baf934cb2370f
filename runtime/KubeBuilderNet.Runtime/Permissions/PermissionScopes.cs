using KubeBuilderNet.Caching;

namespace KubeBuilderNet.Permissions;

/// <summary>Makes questions of rules: who watches some namespaces needs its rights in these alone.</summary>
/// <param name="informers">The caches, each of which may read namespaces of its own.</param>
/// <param name="watched">The namespaces that the manager watches; none for all.</param>
/// <param name="own">The operator's namespace; null when that isn't known.</param>
internal sealed class PermissionScopes(SharedInformerFactory informers, IReadOnlyCollection<string> watched, string? own)
{
    /// <summary>The operator's own namespace, as a scaffolded config/ calls it.</summary>
    internal const string Own = "system";

    private static readonly string[] Everywhere = [""];
    private readonly string[] _watched = watched.Count == 0 || watched.Any(string.IsNullOrEmpty) ? Everywhere : [.. watched.Distinct(StringComparer.Ordinal)];

    internal IEnumerable<PermissionQuestion> QuestionsOf(PermissionSet set) => set.Rules.SelectMany(rule => QuestionsOf(set.Name, rule));

    private IEnumerable<PermissionQuestion> QuestionsOf(string name, PermissionRule rule)
    {
        foreach (var url in Items(rule.Urls))
        {
            foreach (var verb in Items(rule.Verbs))
                yield return new PermissionQuestion(name, new Permission(verb, "", "", url), Everywhere, IsNamespaced: false);
        }
        foreach (var group in Groups(rule.Groups))
        {
            foreach (var resource in Items(rule.Resources))
            {
                if (Where(rule, group, resource) is not ({ Count: > 0 } namespaces, var isNamespaced))
                    continue;
                foreach (var verb in Items(rule.Verbs))
                {
                    foreach (var target in Names(rule.ResourceNames))
                        yield return new PermissionQuestion(name, new Permission(verb, group, resource, target), namespaces, isNamespaced);
                }
            }
        }
    }

    private (IReadOnlyList<string> Namespaces, bool IsNamespaced) Where(PermissionRule rule, string group, string resource)
    {
        if (rule.IsClusterScoped)
            return (Everywhere, false);
        var named = Items(rule.Namespaces);
        if (named.Length > 0)
            return ([.. named.Select(one => one == Own ? own : one).OfType<string>()], true);
        var cached = informers.NamespacesOf(group, resource.Split('/')[0]);
        return (cached ?? _watched, true);
    }

    private static string[] Items(string list) => list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    // An empty item is the core group.
    private static IEnumerable<string> Groups(string list) => list.Split(',', StringSplitOptions.TrimEntries).Select(static group => group == "core" ? "" : group);

    private static string[] Names(string list) => Items(list) is { Length: > 0 } names ? names : [""];
}
