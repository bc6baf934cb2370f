using System.Text.Json.Nodes;

namespace KubeBuilderNet.Scaffolding.Helm;

/// <summary>The ports that the operator listens on, by what they are for.</summary>
/// <param name="Health">For probes.</param>
/// <param name="Metrics">For metrics.</param>
/// <param name="Webhook">For webhooks.</param>
internal sealed record ManagerPorts(long Health, long Metrics, long Webhook)
{
    public const string HealthValue = ".Values.manager.healthProbe.port";
    public const string MetricsValue = ".Values.metrics.port";
    public const string WebhookValue = ".Values.webhook.port";

    private const long DefaultHealth = 8081;
    private const long DefaultMetrics = 8443;
    private const long DefaultWebhook = 9443;

    /// <summary>Reads them from the container's arguments and ports; those that aren't there have kubebuilder's numbers.</summary>
    public static ManagerPorts Of(JsonObject container) => new(
        OfArgument(container, ManagerArguments.Health) ?? OfName(container, "health") ?? DefaultHealth,
        OfArgument(container, ManagerArguments.Metrics) ?? OfName(container, "metrics") ?? DefaultMetrics,
        OfName(container, "webhook-server") ?? DefaultWebhook);

    /// <summary>The value that a number stands for; null when it is none of the operator's ports.</summary>
    public string? ValueOf(long port) => port == Health ? HealthValue : port == Metrics ? MetricsValue : port == Webhook ? WebhookValue : null;

    private static long? OfArgument(JsonObject container, string flag)
    {
        var argument = (container["args"] as JsonArray ?? []).Select(word => (string?)word).FirstOrDefault(word => word?.StartsWith(flag + "=", StringComparison.Ordinal) == true);
        return argument is not null && long.TryParse(argument[(argument.LastIndexOf(':') + 1)..], out var port) && port > 0 ? port : null;
    }

    private static long? OfName(JsonObject container, string name) => (container["ports"] as JsonArray ?? [])
        .Where(port => (string?)port?["name"] == name).Select(port => (long?)port!["containerPort"]).FirstOrDefault();
}
