using System.Text.Json.Nodes;

namespace KubeBuilderNet.Scaffolding.Helm;

/// <summary>Rights. Those to the operator's own objects can be of one namespace instead of all.</summary>
internal static class RoleTemplate
{
    private const string IsNamespaced = "{{- if .Values.rbac.namespaced }}";

    public static void Fill(JsonObject manifest, ChartObject item, ChartModel model, ChartText chart)
    {
        foreach (var subject in manifest["subjects"] as JsonArray ?? [])
        {
            // The account may have another name, or be one that is there already.
            if (subject is JsonObject account && (string?)account["kind"] == "ServiceAccount" && IsManagersAccount(item, model))
                account["name"] = ServiceAccountTemplate.Name(model, chart);
        }
        if (!item.Kind.StartsWith("Cluster", StringComparison.Ordinal) || IsForWholeCluster(item, model))
            return;
        Switch(manifest, "kind", chart);
        if (manifest["roleRef"] is JsonObject role && (string?)role["kind"] == "ClusterRole")
            Switch(role, "kind", chart);
        chart.AddBlock(manifest["metadata"]!.AsObject(), _ => [IsNamespaced, "namespace: {{ .Release.Namespace }}", "{{- end }}"]);
    }

    private static void Switch(JsonObject map, string key, ChartText chart)
    {
        var kind = (string)map[key]!;
        chart.ReplaceByBlock(map, key, _ => [IsNamespaced, $"{key}: {kind["Cluster".Length..]}", "{{- else }}", $"{key}: {kind}", "{{- end }}"]);
    }

    private static bool IsManagersAccount(ChartObject item, ChartModel model) =>
        ((JsonArray)item.Manifest["subjects"]!).Any(subject => (string?)subject?["name"] == model.ManagerAccount);

    // Asking who somebody is, and what isn't in any namespace, can't be allowed in one namespace only.
    private static bool IsForWholeCluster(ChartObject item, ChartModel model) => model.Suffix(item.Name).StartsWith("metrics-", StringComparison.Ordinal);
}
