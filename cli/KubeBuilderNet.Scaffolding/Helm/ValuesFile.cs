using System.Text;
using System.Text.Json.Nodes;
using KubeBuilderNet.Scaffolding.Yaml;

namespace KubeBuilderNet.Scaffolding.Helm;

/// <summary>values.yaml: what the chart can be told, with what is deployed without Helm as its defaults.</summary>
internal static class ValuesFile
{
    private static readonly Dictionary<string, string> Comments = new(StringComparer.Ordinal)
    {
        ["nameOverride"] = "In the place of the chart's name in labels and names.",
        ["fullnameOverride"] = "What every name begins with, in the place of the release's name.",
        ["manager"] = "The operator.",
        ["manager.image"] = "An empty tag is the chart's appVersion; a digest goes before the tag. An empty pullPolicy is Kubernetes' own choice.",
        ["manager.args"] = "Besides the ports and certificates, which follow from the other values.",
        ["manager.envOverrides"] = "Name: value. These win over env, and can be set on a command line.",
        ["manager.labels"] = "Of the Deployment; those of its pods are in pod.",
        ["rbac"] = "Rights.",
        ["rbac.namespaced"] = "Only to objects in the release's namespace, which the operator then watches alone.",
        ["rbac.helpers"] = "Roles for people: admin, editor and viewer of each kind.",
        ["serviceAccount"] = "Not enabled, name must be that of an account that is there.",
        ["crd"] = "The operator's kinds. Kept, they and their objects outlive the release.",
        ["metrics"] = "Secure means over TLS, for readers whose token allows it.",
        ["certManager"] = "Certificates by cert-manager, which must be in the cluster.",
        ["webhook"] = "Admission and conversion.",
        ["prometheus"] = "A ServiceMonitor for the Prometheus operator, which must be in the cluster.",
        ["networkPolicy"] = "Metrics are only reached from namespaces with the label metrics=enabled.",
    };

    public static JsonObject Values(ChartModel model) => new()
    {
        ["nameOverride"] = "",
        ["fullnameOverride"] = "",
        ["manager"] = ManagerValues.Of(model),
        ["rbac"] = new JsonObject { ["namespaced"] = false, ["helpers"] = new JsonObject { ["enabled"] = true } },
        ["serviceAccount"] = new JsonObject { ["enabled"] = true, ["name"] = "", ["annotations"] = new JsonObject(), ["labels"] = new JsonObject() },
        ["crd"] = new JsonObject { ["enabled"] = true, ["keep"] = true },
        ["metrics"] = new JsonObject
        {
            ["enabled"] = model.IsDeployed(item => item.IsServiceOf("metrics")),
            ["port"] = model.Ports.Metrics,
            ["secure"] = true,
        },
        ["certManager"] = new JsonObject { ["enabled"] = model.IsDeployed(item => item.IsCertManager) },
        ["webhook"] = new JsonObject { ["enabled"] = model.IsDeployed(item => item.IsWebhookConfiguration || item.IsServiceOf("webhook")), ["port"] = model.Ports.Webhook },
        ["prometheus"] = new JsonObject { ["enabled"] = model.IsDeployed(item => item.Group == "monitoring.coreos.com") },
        ["networkPolicy"] = new JsonObject { ["enabled"] = model.IsDeployed(item => item is { Group: "networking.k8s.io", Kind: "NetworkPolicy" }) },
    };

    public static string Text(JsonObject values)
    {
        var text = new StringBuilder("# What the chart can be told. The file is yours: 'kbnet edit --plugins=helm/v2-alpha' leaves it alone, unless --force is passed.\n");
        Append(text, values, "", "");
        return text.ToString();
    }

    /// <summary>The values that a user's file doesn't have, such as <c>webhook.port</c>; of a missing map only the map.</summary>
    public static IEnumerable<string> Missing(JsonObject values, string path, string text)
    {
        var given = YamlJson.Parse(path, text) is [JsonObject root, ..] ? root : [];
        return Missing(values, given, "");
    }

    private static IEnumerable<string> Missing(JsonObject values, JsonObject given, string above)
    {
        foreach (var (key, value) in values)
        {
            if (!given.ContainsKey(key))
                yield return above + key;
            else if (value is JsonObject { Count: > 0 } map && given[key] is JsonObject inner && IsFixed(above + key))
            {
                foreach (var missing in Missing(map, inner, $"{above}{key}."))
                    yield return missing;
            }
        }
    }

    // What lies deeper is Kubernetes' fields, of which each may be missing.
    private static bool IsFixed(string path) => !path.Contains('.', StringComparison.Ordinal) || path is "manager.image" or "manager.pod" or "manager.healthProbe" or "rbac.helpers";

    private static void Append(StringBuilder text, JsonObject values, string above, string indent)
    {
        foreach (var (key, value) in values)
        {
            if (indent.Length == 0)
                text.Append('\n');
            if (Comments.TryGetValue(above + key, out var comment))
                text.Append(indent).Append("# ").Append(comment).Append('\n');
            if (value is JsonObject { Count: > 0 } map && IsFixed(above + key))
            {
                text.Append(indent).Append(key).Append(":\n");
                Append(text, map, $"{above}{key}.", indent + "  ");
                continue;
            }
            foreach (var line in ChartText.Lines(new JsonObject { [key] = value?.DeepClone() }))
                text.Append(indent).Append(line).Append('\n');
        }
    }
}
