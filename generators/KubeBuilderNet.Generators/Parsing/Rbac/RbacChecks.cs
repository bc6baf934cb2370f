using System.Text.RegularExpressions;
using KubeBuilderNet.Generators.Diagnostics;
using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing.Rbac;

/// <summary>Finds what an API server would refuse about a rule, or accept without any effect.</summary>
internal static class RbacChecks
{
    private static readonly Regex Path = new(@"^(\*|/[^\s*]*\*?)$", RegexOptions.CultureInvariant);

    public static (DiagnosticDescriptor Descriptor, string Fault)? Find(
        PolicyRule rule, EquatableArray<string> namespaces, string? roleName, bool hasResources)
    {
        if (GrantsNothing(rule, hasResources) is { } nothing)
            return (DiagnosticDescriptors.EmptyRule, nothing);
        if (IsRefused(rule, namespaces, roleName, hasResources) is { } refused)
            return (DiagnosticDescriptors.RefusedRule, refused);
        return HasNoEffect(rule) is { } idle ? (DiagnosticDescriptors.IdleRule, idle) : null;
    }

    private static string? GrantsNothing(PolicyRule rule, bool hasResources) => rule switch
    {
        { Resources.Count: 0 } when hasResources => "it names no resource. Write plural names, such as \"deployments\".",
        { Urls.Count: 0 } when !hasResources => "it names no URL. Write Urls = \"/metrics\", or a group and resources first.",
        { Verbs.Count: 0 } => "it has no verb. Write Verbs.Get, Verbs.Read, Verbs.All or a combination.",
        _ => null,
    };

    private static string? IsRefused(PolicyRule rule, EquatableArray<string> namespaces, string? roleName, bool hasResources)
    {
        if (rule.Urls.Count > 0 && hasResources)
            return "it has both resources and URLs. Write two rules: [Rbac(group, resources, verbs)] and [Rbac(verbs, Urls = …)].";
        if (rule.Urls.Count > 0 && rule.ResourceNames.Count > 0)
            return "URLs have no resource names";
        if (rule.Urls.Count > 0 && namespaces.Count > 0)
            return "URLs lie in no namespace: only a ClusterRole can grant them. Take Namespace away.";
        if (rule.Urls.FirstOrDefault(url => !Path.IsMatch(url)) is { } url)
            return $"the URL '{url}' must be a path that begins with '/', with a '*' only at its end";
        if (rule.Groups.FirstOrDefault(group => group is not ("" or "*") && !KubernetesNames.IsSubdomain(group)) is { } group)
            return $"'{group}' is no API group: it must be a DNS name in lower case, 'core' or '*'";
        if (rule.Resources.FirstOrDefault(resource => resource.Any(c => char.IsUpper(c) || char.IsWhiteSpace(c))) is { } resource)
            return $"'{resource}' is no resource: write its plural in lower case, such as 'deployments'";
        if (rule.Verbs.FirstOrDefault(verb => verb.Any(c => char.IsUpper(c) || char.IsWhiteSpace(c))) is { } verb)
            return $"'{verb}' is no verb: verbs are single words in lower case, such as 'use'";
        if (namespaces.FirstOrDefault(space => !KubernetesNames.IsLabel(space)) is { } space)
            return $"'{space}' can't be the name of a namespace: it must be a DNS label in lower case";
        return roleName is not null && (roleName.Length == 0 || roleName is "." or ".." || roleName.IndexOfAny(['/', '%']) >= 0)
            ? $"'{roleName}' can't be the name of a role: it must be a path segment without '/' and '%'"
            : null;
    }

    private static string? HasNoEffect(PolicyRule rule) =>
        rule.ResourceNames.Count > 0 && rule.Verbs.Where(verb => verb is "create" or "deletecollection").ToArray() is { Length: > 0 } verbs
            ? string.Join(" and ", verbs)
            : null;
}
