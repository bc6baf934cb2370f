using KubeBuilderNet.Scaffolding.Naming;

namespace KubeBuilderNet.Scaffolding.Resources;

/// <summary>What must hold of a resource by itself, before the project is looked at.</summary>
public static class ResourceChecks
{
    /// <summary>Refuses a resource that an API server or the C# compiler would refuse.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="isOwn">Whether the project defines it: the groups of others may have no dot.</param>
    /// <exception cref="ScaffoldException">Names the flag to change.</exception>
    public static void Check(Resource resource, bool isOwn = true)
    {
        CheckGroup(resource, isOwn);
        CheckVersion(resource.Version);
        CheckKind(resource.Kind);
        if (DnsName.CheckLabel1035(resource.Plural) is { } plural)
            throw new ScaffoldException($"--plural '{resource.Plural}' {plural}");
        foreach (var name in resource.ShortNames)
        {
            if (DnsName.CheckLabel1035(name) is { } problem)
                throw new ScaffoldException($"--short-name '{name}' {problem}");
        }
    }

    private static void CheckGroup(Resource resource, bool isOwn)
    {
        if (resource.QualifiedGroup.Length == 0)
            throw new ScaffoldException("--group cannot be empty when the project has no domain: pass --group");
        if (resource.Group.Length > 0 && DnsName.CheckSubdomain(resource.Group) is { } problem)
            throw new ScaffoldException($"--group '{resource.Group}' {problem}");
        if (DnsName.CheckSubdomain(resource.QualifiedGroup) is { } domain)
            throw new ScaffoldException($"group and domain '{resource.QualifiedGroup}' {domain}: see --group, and 'domain' in PROJECT");
        if (isOwn && !resource.QualifiedGroup.Contains('.', StringComparison.Ordinal))
        {
            throw new ScaffoldException(
                $"the API group '{resource.QualifiedGroup}' needs a dot in it for Kubernetes to take it: pass another --group, or set 'domain' in PROJECT");
        }
    }

    private static void CheckVersion(string version)
    {
        if (version.Length == 0)
            throw new ScaffoldException("--version cannot be empty: pass one such as v1, v1alpha1 or v2beta3");
        if (DnsName.CheckLabel1035(version) is { } problem)
            throw new ScaffoldException($"--version '{version}' {problem}, such as v1, v1alpha1 or v2beta3");
    }

    private static void CheckKind(string kind)
    {
        if (kind.Length == 0)
            throw new ScaffoldException("--kind cannot be empty: pass one such as HTTPClient");
        if (!char.IsAsciiLetterUpper(kind[0]) || !kind.All(char.IsAsciiLetterOrDigit))
            throw new ScaffoldException($"--kind '{kind}' must start with an upper-case letter and have only letters and digits, such as HTTPClient");
        // Kubernetes checks a kind as a DNS-1035 label in lower case.
        if (DnsName.CheckLabel1035(kind.ToLowerInvariant()) is { } problem)
            throw new ScaffoldException($"--kind '{kind}' {problem}");
    }
}
