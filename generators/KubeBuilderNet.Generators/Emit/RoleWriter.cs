using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;

namespace KubeBuilderNet.Generators.Emit;

/// <summary>Writes the manager's roles as JSON: a ClusterRole, and a Role for each namespace that rules name.</summary>
internal static class RoleWriter
{
    /// <summary>One object, or an array when there are several; null when nothing is granted.</summary>
    public static string? Write(IEnumerable<RbacGrant> grants, BuildOptions options)
    {
        var roles = grants.Where(grant => grant.Rule is not null)
            .SelectMany(grant => Namespaces(grant, options).Select(space => (Namespace: space, Name: grant.RoleName ?? options.RoleName, Rule: grant.Rule!)))
            .GroupBy(grant => (grant.Namespace, grant.Name), grant => grant.Rule)
            .OrderBy(role => role.Key.Namespace, StringComparer.Ordinal)
            .ThenBy(role => role.Key.Name, StringComparer.Ordinal)
            .ToList();
        if (roles.Count == 0)
            return null;
        var json = new JsonWriter();
        if (roles.Count > 1)
            json.StartArray();
        foreach (var role in roles)
            WriteRole(json, role.Key.Namespace, role.Key.Name, PolicyRules.Normalize(role));
        if (roles.Count > 1)
            json.EndArray();
        return json.ToString();
    }

    private static EquatableArray<string> Namespaces(RbacGrant grant, BuildOptions options) =>
        grant.Namespaces.Count > 0 ? grant.Namespaces : EquatableArray.Of(IsClusterWide(grant) ? "" : options.RoleNamespace);

    private static bool IsClusterWide(RbacGrant grant) =>
        grant.IsClusterWide || grant.Rule!.Urls.Count > 0 || ClusterScopedResources.HasOnly(grant.Rule);

    private static void WriteRole(JsonWriter json, string @namespace, string name, IReadOnlyList<PolicyRule> rules)
    {
        json.StartObject()
            .Name("apiVersion").Value("rbac.authorization.k8s.io/v1")
            .Name("kind").Value(@namespace.Length == 0 ? "ClusterRole" : "Role")
            .Name("metadata").StartObject().Name("name").Value(name);
        if (@namespace.Length > 0)
            json.Name("namespace").Value(@namespace);
        json.EndObject().Name("rules").StartArray();
        foreach (var rule in rules)
        {
            json.StartObject();
            json.WriteTexts("apiGroups", rule.Groups);
            json.WriteTexts("nonResourceURLs", rule.Urls);
            json.WriteTexts("resourceNames", rule.ResourceNames);
            json.WriteTexts("resources", rule.Resources);
            json.WriteTexts("verbs", rule.Verbs);
            json.EndObject();
        }

        json.EndArray().EndObject();
    }
}
