using System.Text.Json.Nodes;

namespace KubeBuilderNet.Scaffolding.Helm;

/// <summary>An object as a template: what depends on the release is an expression, all else stays.</summary>
internal static class ObjectTemplate
{
    private const string NameLabel = "app.kubernetes.io/name";
    private const string ManagedByLabel = "app.kubernetes.io/managed-by";
    private const string InstanceLabel = "app.kubernetes.io/instance";
    private const string InjectAnnotation = "cert-manager.io/inject-ca-from";

    /// <summary>The template's text.</summary>
    public static string Of(ChartObject item, ChartModel model, string? guard)
    {
        var chart = new ChartText();
        var manifest = ChartText.Escaped(item.Manifest)!.AsObject();
        if (item.IsDefinition)
            DefinitionTemplate.Localise(manifest, model, chart);
        else
            Localise(manifest, model, chart);
        AddLabels(manifest, model, chart);
        GuardInjection(manifest, chart);
        switch (item)
        {
            case { IsDefinition: true }:
                DefinitionTemplate.Keep(manifest, chart);
                break;
            case var _ when item == model.Manager:
                ManagerTemplate.Fill(manifest, model, chart);
                break;
            case { Group: "", Kind: "ServiceAccount" }:
                ServiceAccountTemplate.Fill(manifest, item, model, chart);
                break;
            case { IsRbac: true }:
                RoleTemplate.Fill(manifest, item, model, chart);
                break;
            default:
                TrafficTemplate.Fill(manifest, item, model, chart);
                break;
        }
        return chart.Render(manifest, guard);
    }

    /// <summary>Puts the release's names into every text, and its instance beside every name label.</summary>
    public static void Localise(JsonNode node, ChartModel model, ChartText chart)
    {
        foreach (var (key, child) in node is JsonObject map ? map.ToList() : [])
        {
            if (child is JsonValue value && value.TryGetValue<string>(out var text))
                node[key] = model.Localise(text, chart);
            else if (child is not null)
                Localise(child, model, chart);
        }
        for (var i = 0; node is JsonArray list && i < list.Count; i++)
        {
            if (list[i] is JsonValue value && value.TryGetValue<string>(out var text))
                list[i] = model.Localise(text, chart);
            else if (list[i] is { } child)
                Localise(child, model, chart);
        }
        if (node is JsonObject labels && labels.ContainsKey(NameLabel) && labels[NameLabel] is JsonValue)
        {
            labels[NameLabel] = chart.Inline($"include \"{model.Chart}.name\" . | quote");
            labels[InstanceLabel] = chart.Inline(".Release.Name | quote");
        }
    }

    private static void AddLabels(JsonObject manifest, ChartModel model, ChartText chart)
    {
        var metadata = manifest["metadata"]!.AsObject();
        if (metadata["labels"] is not JsonObject labels)
            metadata["labels"] = labels = [];
        labels["helm.sh/chart"] = chart.Inline($"include \"{model.Chart}.chart\" .");
        labels[ManagedByLabel] = chart.Inline(".Release.Service");
    }

    // Without cert-manager nobody fills the authority in, and the annotation would promise it.
    private static void GuardInjection(JsonObject manifest, ChartText chart)
    {
        if (manifest["metadata"]!["annotations"] is not JsonObject annotations || annotations[InjectAnnotation] is not { } from)
            return;
        annotations.Remove(InjectAnnotation);
        chart.AddBlock(annotations, _ => ["{{- if .Values.certManager.enabled }}", $"{InjectAnnotation}: {(string)from!}", "{{- end }}"]);
    }
}
