using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;

namespace KubeBuilderNet.Generators.Emit;

/// <summary>Puts rules into the form that controller-gen writes: as few as possible, in an order that depends on nothing else.</summary>
internal static class PolicyRules
{
    /// <summary>Splits each rule by resource, then unites rules that differ only in verbs, then in resources, groups and URLs, and sorts.</summary>
    public static IReadOnlyList<PolicyRule> Normalize(IEnumerable<PolicyRule> rules)
    {
        var single = rules.SelectMany(Split);
        var byTarget = Merge(single, rule => rule with { Verbs = EquatableArray<string>.Empty }, (a, b) => a with { Verbs = Unite(a.Verbs, b.Verbs) });
        var byResource = Merge(byTarget, rule => rule with { Resources = EquatableArray<string>.Empty }, (a, b) => a with { Resources = Unite(a.Resources, b.Resources) });
        var byGroup = Merge(byResource, rule => rule with { Groups = EquatableArray<string>.Empty }, (a, b) => a with { Groups = Unite(a.Groups, b.Groups) });
        var byUrl = Merge(byGroup, rule => rule with { Urls = EquatableArray<string>.Empty }, (a, b) => a with { Urls = Unite(a.Urls, b.Urls) });
        return [.. byUrl.Select(CollapseWildcard)];
    }

    /// <summary>A rule for each of its resources.</summary>
    public static IEnumerable<PolicyRule> Split(PolicyRule rule) =>
        rule.Resources.Count == 0 ? [rule] : rule.Resources.Select(resource => rule with { Resources = EquatableArray.Of(resource) });

    private static PolicyRule CollapseWildcard(PolicyRule rule) =>
        rule.Verbs.Contains("*") ? rule with { Verbs = EquatableArray.Of("*") } : rule;

    private static List<PolicyRule> Merge(IEnumerable<PolicyRule> rules, Func<PolicyRule, PolicyRule> key, Func<PolicyRule, PolicyRule, PolicyRule> unite)
    {
        var merged = new Dictionary<PolicyRule, PolicyRule>();
        foreach (var rule in rules)
        {
            var at = key(rule);
            merged[at] = merged.TryGetValue(at, out var earlier) ? unite(earlier, rule) : rule;
        }

        return [.. merged.Values.OrderBy(SortKey, StringComparer.Ordinal)];
    }

    private static EquatableArray<string> Unite(EquatableArray<string> a, EquatableArray<string> b) =>
        new SortedSet<string>(a.Concat(b), StringComparer.Ordinal).ToEquatableArray();

    private static string SortKey(PolicyRule rule) =>
        string.Join("&", rule.Groups) + " + " + string.Join("&", rule.Resources) + " + " + string.Join("&", rule.ResourceNames) + " + " + string.Join("&", rule.Urls);
}
