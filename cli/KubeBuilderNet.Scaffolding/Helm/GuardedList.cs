using System.Text.Json.Nodes;

namespace KubeBuilderNet.Scaffolding.Helm;

/// <summary>A list of the operator's pod whose items are there under conditions: ports, volumes and their mounts.</summary>
internal static class GuardedList
{
    /// <summary>Puts the list's items under their conditions, and the user's behind them.</summary>
    /// <param name="map">The pod or container.</param>
    /// <param name="key">The list's key.</param>
    /// <param name="extra">The value with the user's items; null for none.</param>
    /// <param name="model">The chart.</param>
    /// <param name="chart">Takes the marks.</param>
    public static void Fill(JsonObject map, string key, string? extra, ChartModel model, ChartText chart)
    {
        var items = (map[key] as JsonArray ?? []).OfType<JsonObject>().Select(item => (Item: item.DeepClone().AsObject(), Guard: GuardOf(item, key, model))).ToList();
        foreach (var (item, _) in items.Where(_ => key == "ports"))
        {
            if ((long?)item["containerPort"] is { } port && model.Ports.ValueOf(port) is { } value)
                item["containerPort"] = chart.Inline(value);
        }
        if (items.Count == 0 && extra is null)
            return;
        var conditions = items.Select(item => item.Guard is null ? null : $"({item.Guard})").Append(extra is null ? null : $".Values.{extra}").OfType<string>().Distinct().ToList();
        // A key without items would be null.
        var outer = items.Exists(item => item.Guard is null) ? null : conditions is [var only] ? only : $"or {string.Join(' ', conditions)}";
        chart.ReplaceByBlock(map, key, indent =>
        [
            .. outer is null ? (string[])[] : [$"{{{{- if {outer} }}}}"],
            $"{key}:",
            .. items.SelectMany(item => Lines(item.Item, item.Guard)),
            .. extra is null ? (string[])[] : [$"{{{{- with .Values.{extra} }}}}", $"{{{{- toYaml . | nindent {indent} }}}}", "{{- end }}"],
            .. outer is null ? (string[])[] : ["{{- end }}"],
        ]);
    }

    private static IEnumerable<string> Lines(JsonObject item, string? guard)
    {
        var lines = ChartText.Lines(new JsonArray(item.DeepClone()));
        return guard is null ? lines : [$"{{{{- if {guard} }}}}", .. lines, "{{- end }}"];
    }

    private static string? GuardOf(JsonObject item, string key, ChartModel model)
    {
        if (key == "ports")
        {
            var port = (long?)item["containerPort"];
            return port == model.Ports.Metrics ? ".Values.metrics.enabled" : port == model.Ports.Webhook ? ".Values.webhook.enabled" : null;
        }
        var name = (string?)item["name"] ?? "";
        if (!model.CertificateVolumes.Contains(name))
            return null;
        var part = name.Contains("metrics", StringComparison.Ordinal) ? "metrics" : "webhook";
        return $"and .Values.certManager.enabled .Values.{part}.enabled";
    }
}
