using System.Text.Json.Nodes;

namespace KubeBuilderNet.Scaffolding.Helm;

/// <summary>Objects that a chart offers although the project doesn't deploy them: their values are off.</summary>
internal static class Fallbacks
{
    /// <summary>Adds a monitor and a network policy where there is a metrics service and none of them.</summary>
    public static IEnumerable<ChartObject> AddTo(IReadOnlyList<ChartObject> objects, ChartModel model)
    {
        var service = objects.FirstOrDefault(item => item.IsServiceOf("metrics"));
        foreach (var item in objects)
            yield return item;
        if (service is null)
            yield break;
        if (!objects.Any(item => item.Kind == "ServiceMonitor"))
            yield return ChartObject.Of(Monitor(service, model));
        if (!objects.Any(item => item is { Group: "networking.k8s.io", Kind: "NetworkPolicy" }))
            yield return ChartObject.Of(Policy(service, model));
    }

    private static JsonObject Monitor(ChartObject service, ChartModel model) => New("monitoring.coreos.com/v1", "ServiceMonitor", "controller-manager-metrics-monitor", service, model, new JsonObject
    {
        ["endpoints"] = new JsonArray(new JsonObject
        {
            ["path"] = "/metrics",
            ["port"] = service.Manifest["spec"]?["ports"]?[0]?["name"]?.DeepClone() ?? "https",
            ["scheme"] = "https",
            ["bearerTokenFile"] = "/var/run/secrets/kubernetes.io/serviceaccount/token",
            ["tlsConfig"] = new JsonObject { ["insecureSkipVerify"] = true },
        }),
        ["selector"] = new JsonObject { ["matchLabels"] = service.Manifest["metadata"]!["labels"] is JsonObject labels ? WithoutManager(labels) : new JsonObject() },
    });

    private static JsonObject Policy(ChartObject service, ChartModel model) => New("networking.k8s.io/v1", "NetworkPolicy", "allow-metrics-traffic", service, model, new JsonObject
    {
        ["podSelector"] = new JsonObject { ["matchLabels"] = service.Manifest["spec"]?["selector"]?.DeepClone() },
        ["policyTypes"] = new JsonArray("Ingress"),
        ["ingress"] = new JsonArray(
            new JsonObject
            {
                ["from"] = new JsonArray(new JsonObject { ["namespaceSelector"] = new JsonObject { ["matchLabels"] = new JsonObject { ["metrics"] = "enabled" } } }),
                ["ports"] = new JsonArray(Port(model.Ports.Metrics)),
            },
            new JsonObject { ["ports"] = new JsonArray(Port(model.Ports.Health), Port(model.Ports.Webhook)) }),
    });

    private static JsonObject New(string apiVersion, string kind, string name, ChartObject like, ChartModel model, JsonObject spec) => new()
    {
        ["apiVersion"] = apiVersion,
        ["kind"] = kind,
        ["metadata"] = new JsonObject
        {
            ["labels"] = like.Manifest["metadata"]!["labels"]?.DeepClone(),
            ["name"] = model.Prefix + name,
            ["namespace"] = like.Namespace,
        },
        ["spec"] = spec,
    };

    private static JsonObject Port(long port) => new() { ["port"] = port, ["protocol"] = "TCP" };

    private static JsonObject WithoutManager(JsonObject labels)
    {
        var copy = labels.DeepClone().AsObject();
        copy.Remove("app.kubernetes.io/managed-by");
        return copy;
    }
}
