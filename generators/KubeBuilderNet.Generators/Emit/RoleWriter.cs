using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;

namespace KubeBuilderNet.Generators.Emit;

/// <summary>Writes the manager's roles as JSON: a ClusterRole, and a Role for each namespace that rules name.</summary>
internal static class RoleWriter
{
    private const string RoleName = "manager-role";

    /// <summary>One object, or an array when there are several; null when nothing is granted.</summary>
    public static string? Write(IEnumerable<RbacGrant> grants)
    {
        var roles = grants.Where(grant => grant.Rule is not null)
            .GroupBy(grant => grant.Namespace ?? "", grant => grant.Rule!, StringComparer.Ordinal)
            .OrderBy(role => role.Key, StringComparer.Ordinal)
            .ToList();
        if (roles.Count == 0)
            return null;
        var json = new JsonWriter();
        if (roles.Count > 1)
            json.StartArray();
        foreach (var role in roles)
            WriteRole(json, role.Key, PolicyRules.Normalize(role));
        if (roles.Count > 1)
            json.EndArray();
        return json.ToString();
    }

    private static void WriteRole(JsonWriter json, string @namespace, IReadOnlyList<PolicyRule> rules)
    {
        json.StartObject()
            .Name("apiVersion").Value("rbac.authorization.k8s.io/v1")
            .Name("kind").Value(@namespace.Length == 0 ? "ClusterRole" : "Role")
            .Name("metadata").StartObject().Name("name").Value(RoleName);
        if (@namespace.Length > 0)
            json.Name("namespace").Value(@namespace);
        json.EndObject().Name("rules").StartArray();
        foreach (var rule in rules)
        {
            json.StartObject();
            WriteList(json, "apiGroups", rule.Groups);
            WriteList(json, "resourceNames", rule.ResourceNames);
            WriteList(json, "resources", rule.Resources);
            WriteList(json, "verbs", rule.Verbs);
            json.EndObject();
        }

        json.EndArray().EndObject();
    }

    private static void WriteList(JsonWriter json, string name, EquatableArray<string> values)
    {
        if (values.Count == 0)
            return;
        json.Name(name).StartArray();
        foreach (var value in values)
            json.Value(value);
        json.EndArray();
    }
}
