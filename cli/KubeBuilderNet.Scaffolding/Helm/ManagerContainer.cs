using System.Text.Json.Nodes;

namespace KubeBuilderNet.Scaffolding.Helm;

/// <summary>The operator's container.</summary>
internal static class ManagerContainer
{
    private const string WatchNamespace = "WATCH_NAMESPACE";

    public static void Fill(JsonObject container, ChartModel model, ChartText chart)
    {
        // First, so that the item doesn't begin with a condition.
        var name = container["name"]!.DeepClone();
        container.Remove("name");
        container.Insert(0, "name", name);

        container["image"] = chart.Inline($"include \"{model.Chart}.image\" .");
        ManagerTemplate.WithScalar(container, "imagePullPolicy", "manager.image.pullPolicy", chart);
        ManagerTemplate.With(container, "securityContext", "manager.securityContext", chart);
        ManagerTemplate.With(container, "resources", "manager.resources", chart);
        chart.ReplaceByBlock(container, "args", indent => ["args:", .. ManagerArguments.Lines(model.Container, indent)]);
        chart.ReplaceByBlock(container, "env", indent => Environment(indent, model));
        foreach (var probe in (string[])["livenessProbe", "readinessProbe", "startupProbe"])
        {
            if (container[probe]?["httpGet"] is JsonObject get && get["port"] is JsonValue port && port.TryGetValue<long>(out var number) && number == model.Ports.Health)
                get["port"] = chart.Inline(ManagerPorts.HealthValue);
        }
        GuardedList.Fill(container, "ports", null, model, chart);
        GuardedList.Fill(container, "volumeMounts", "manager.extraVolumeMounts", model, chart);
    }

    private static IEnumerable<string> Environment(int indent, ChartModel model)
    {
        var watchesItself = (model.Container["env"] as JsonArray ?? []).Any(variable => (string?)variable?["name"] == WatchNamespace);
        return
        [
            "{{- $overrides := .Values.manager.envOverrides | default dict }}",
            "{{- if or .Values.manager.env $overrides .Values.rbac.namespaced }}",
            "env:",
            "{{- range .Values.manager.env }}",
            "{{- if not (hasKey $overrides .name) }}",
            $"{{{{- toYaml (list .) | nindent {indent} }}}}",
            "{{- end }}",
            "{{- end }}",
            "{{- range $name, $value := $overrides }}",
            "- name: {{ $name }}",
            "  value: {{ $value | quote }}",
            "{{- end }}",
            .. watchesItself ? (string[])[] :
            [
                "{{- if .Values.rbac.namespaced }}", $"- name: {WatchNamespace}", "  valueFrom:", "    fieldRef:", "      fieldPath: metadata.namespace", "{{- end }}",
            ],
            "{{- end }}",
        ];
    }
}
