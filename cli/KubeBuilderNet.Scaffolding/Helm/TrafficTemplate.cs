using System.Text.Json.Nodes;

namespace KubeBuilderNet.Scaffolding.Helm;

/// <summary>What leads to the operator's ports: services, network policies, monitors. Their ports are values.</summary>
internal static class TrafficTemplate
{
    public static void Fill(JsonObject manifest, ChartObject item, ChartModel model, ChartText chart)
    {
        ReplacePorts(manifest["spec"], model, chart);
        if (item.Kind == "ServiceMonitor")
            SecureScraping(manifest, chart);
    }

    // A number in 'port' or 'targetPort' that is one of the operator's.
    private static void ReplacePorts(JsonNode? node, ChartModel model, ChartText chart)
    {
        foreach (var (key, child) in node is JsonObject map ? map.ToList() : [])
        {
            if (key is "port" or "targetPort" && child is JsonValue value && value.TryGetValue<long>(out var port) && model.Ports.ValueOf(port) is { } name)
                node![key] = chart.Inline(name);
            else
                ReplacePorts(child, model, chart);
        }
        foreach (var child in node as JsonArray ?? [])
            ReplacePorts(child, model, chart);
    }

    private static void SecureScraping(JsonObject monitor, ChartText chart)
    {
        foreach (var endpoint in (monitor["spec"]?["endpoints"] as JsonArray ?? []).OfType<JsonObject>())
        {
            if ((string?)endpoint["scheme"] == "https")
                endpoint["scheme"] = chart.Inline("ternary \"https\" \"http\" .Values.metrics.secure");
            if (endpoint["tlsConfig"] is not JsonObject tls)
                continue;
            string[] trusting = ["tlsConfig:", "  insecureSkipVerify: true"];
            var rendered = ChartText.Lines(new JsonObject { ["tlsConfig"] = tls.DeepClone() }).ToList();
            chart.ReplaceByBlock(endpoint, "tlsConfig", _ => tls.ContainsKey("ca")
                ? ["{{- if not .Values.metrics.secure }}", "{{- else if .Values.certManager.enabled }}", .. rendered, "{{- else }}", .. trusting, "{{- end }}"]
                : ["{{- if .Values.metrics.secure }}", .. rendered, "{{- end }}"]);
        }
    }
}
