using System.Text.Json.Nodes;

namespace KubeBuilderNet.Scaffolding.Helm;

/// <summary>A CustomResourceDefinition: installed and upgraded with the chart, and kept when it is uninstalled.</summary>
internal static class DefinitionTemplate
{
    /// <summary>Puts the release's names in. A schema says nothing of them, and its descriptions are to stay as they are.</summary>
    public static void Localise(JsonObject manifest, ChartModel model, ChartText chart)
    {
        if (manifest["metadata"]!["annotations"] is { } annotations)
            ObjectTemplate.Localise(annotations, model, chart);
        if (manifest["spec"]!["conversion"] is not { } conversion)
            return;
        ObjectTemplate.Localise(conversion, model, chart);
        // Nobody would answer: the versions are then taken for equal, as without a webhook.
        var lines = ChartText.Lines(new JsonObject { ["conversion"] = conversion.DeepClone() }).ToList();
        chart.ReplaceByBlock(manifest["spec"]!.AsObject(), "conversion", _ => ["{{- if .Values.webhook.enabled }}", .. lines, "{{- end }}"]);
    }

    /// <summary>Helm deletes what it installed, and with a definition all objects of its kind.</summary>
    public static void Keep(JsonObject manifest, ChartText chart)
    {
        var metadata = manifest["metadata"]!.AsObject();
        string[] keep = ["{{- if .Values.crd.keep }}", "helm.sh/resource-policy: keep", "{{- end }}"];
        if (metadata["annotations"] is JsonObject annotations)
            chart.AddBlock(annotations, _ => keep);
        else
            chart.AddBlock(metadata, _ => [keep[0], "annotations:", "  " + keep[1], keep[2]]);
    }
}
