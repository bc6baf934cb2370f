using System.Text.Json.Nodes;

namespace KubeBuilderNet.Scaffolding.Helm;

/// <summary>The account that the operator runs under.</summary>
internal static class ServiceAccountTemplate
{
    /// <summary>Its name as an expression.</summary>
    public static string Name(ChartModel model, ChartText chart) => chart.Inline($"include \"{model.Chart}.serviceAccountName\" .");

    public static void Fill(JsonObject manifest, ChartObject item, ChartModel model, ChartText chart)
    {
        if (item.Name != model.ManagerAccount)
            return;
        var metadata = manifest["metadata"]!.AsObject();
        metadata["name"] = Name(model, chart);
        if (metadata["annotations"] is not JsonObject)
            chart.AddBlock(metadata, indent => ["{{- with .Values.serviceAccount.annotations }}", "annotations:", $"  {{{{- toYaml . | nindent {indent + 2} }}}}", "{{- end }}"]);
        else
            chart.AddBlock(metadata["annotations"]!.AsObject(), indent => With("serviceAccount.annotations", indent));
        chart.AddBlock(metadata["labels"]!.AsObject(), indent => With("serviceAccount.labels", indent));
    }

    private static IEnumerable<string> With(string value, int indent) =>
        [$"{{{{- with .Values.{value} }}}}", $"{{{{- toYaml . | nindent {indent} }}}}", "{{- end }}"];
}
