using System.Text.Json.Nodes;

namespace KubeBuilderNet.Scaffolding.Helm;

/// <summary>The operator's Deployment: what people set differently from release to release is a value.</summary>
internal static class ManagerTemplate
{
    private const string Manager = "manager.";

    public static void Fill(JsonObject manifest, ChartModel model, ChartText chart)
    {
        var spec = manifest["spec"]!.AsObject();
        var template = spec["template"]!.AsObject();
        AddExtra(manifest["metadata"]!.AsObject(), Manager, chart);
        spec["replicas"] = chart.Inline(".Values.manager.replicas");
        With(spec, "strategy", Manager + "strategy", chart);
        if (template["metadata"] is not JsonObject metadata)
            template["metadata"] = metadata = [];
        AddExtra(metadata, Manager + "pod.", chart);
        FillPod(template["spec"]!.AsObject(), model, chart);
    }

    private static void FillPod(JsonObject pod, ChartModel model, ChartText chart)
    {
        if (model.ManagerAccount is not null)
            pod["serviceAccountName"] = ServiceAccountTemplate.Name(model, chart);
        With(pod, "securityContext", Manager + "podSecurityContext", chart);
        foreach (var key in ManagerValues.PodFields)
            With(pod, key, Manager + key, chart);
        foreach (var key in ManagerValues.PodScalars)
            WithScalar(pod, key, Manager + key, chart);
        var containers = pod["containers"]!.AsArray();
        var name = (string?)model.Container["name"];
        ManagerContainer.Fill(containers.OfType<JsonObject>().Single(container => (string?)container["name"] == name), model, chart);
        GuardedList.Fill(pod, "volumes", Manager + "extraVolumes", model, chart);
    }

    /// <summary>A key whose value is a value of the chart's, if that has anything.</summary>
    public static void With(JsonObject map, string key, string value, ChartText chart) => chart.ReplaceByBlock(map, key, indent =>
        [$"{{{{- with .Values.{value} }}}}", $"{key}:", $"  {{{{- toYaml . | nindent {indent + 2} }}}}", "{{- end }}"]);

    /// <summary>The same for a text or a number.</summary>
    public static void WithScalar(JsonObject map, string key, string value, ChartText chart) => chart.ReplaceByBlock(map, key, _ =>
        [$"{{{{- with .Values.{value} }}}}", $"{key}: {{{{ . }}}}", "{{- end }}"]);

    // Labels and annotations that the user adds to those there are.
    private static void AddExtra(JsonObject metadata, string value, ChartText chart)
    {
        foreach (var key in (string[])["labels", "annotations"])
        {
            if (metadata[key] is JsonObject map)
                chart.AddBlock(map, indent => [$"{{{{- with .Values.{value}{key} }}}}", $"{{{{- toYaml . | nindent {indent} }}}}", "{{- end }}"]);
            else
                With(metadata, key, value + key, chart);
        }
    }
}
