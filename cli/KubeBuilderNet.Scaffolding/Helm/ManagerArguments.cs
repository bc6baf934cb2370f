using System.Text.Json.Nodes;

namespace KubeBuilderNet.Scaffolding.Helm;

/// <summary>The operator's arguments: some follow from other values of the chart, the rest is a value itself.</summary>
internal static class ManagerArguments
{
    public const string Health = "--health-probe-bind-address";
    public const string Metrics = "--metrics-bind-address";

    private const string Secure = "--metrics-secure";
    private const string MetricsCertificate = "--metrics-cert-path";
    private const string WebhookCertificate = "--webhook-cert-path";

    /// <summary>Those that are a value.</summary>
    public static JsonArray Free(JsonObject container) => [.. Words(container).Where(word => !IsDerived(word)).Select(static word => (JsonNode)JsonValue.Create(word))];

    /// <summary>The lines of the list, without its key.</summary>
    public static IEnumerable<string> Lines(JsonObject container, int indent)
    {
        var words = Words(container).ToList();
        yield return "{{- with .Values.manager.args }}";
        yield return $"{{{{- toYaml . | nindent {indent} }}}}";
        yield return "{{- end }}";
        if (words.Exists(word => word.StartsWith(Health, StringComparison.Ordinal)))
            yield return $"- {Health}=:{{{{ {ManagerPorts.HealthValue} }}}}";
        if (words.Exists(word => word.StartsWith(Metrics, StringComparison.Ordinal)))
        {
            yield return "{{- if .Values.metrics.enabled }}";
            yield return $"- {Metrics}=:{{{{ {ManagerPorts.MetricsValue} }}}}";
            yield return "{{- if not .Values.metrics.secure }}";
            yield return $"- {Secure}=false";
            yield return "{{- end }}";
            yield return "{{- else }}";
            yield return $"- {Metrics}=0";
            yield return "{{- end }}";
        }
        foreach (var (flag, value) in new[] { (MetricsCertificate, "metrics"), (WebhookCertificate, "webhook") })
        {
            if (words.Find(word => word.StartsWith(flag, StringComparison.Ordinal)) is not { } word)
                continue;
            yield return $"{{{{- if and .Values.certManager.enabled .Values.{value}.enabled }}}}";
            yield return $"- {word}";
            yield return "{{- end }}";
        }
    }

    private static IEnumerable<string> Words(JsonObject container) => (container["args"] as JsonArray ?? []).Select(word => (string?)word).OfType<string>();

    private static bool IsDerived(string word) =>
        word.Split('=')[0] is Health or Metrics or Secure or MetricsCertificate or WebhookCertificate;
}
