using System.Text.Json.Nodes;

namespace KubeBuilderNet.Scaffolding.Helm;

/// <summary>One rendered object.</summary>
/// <param name="Manifest">All of it.</param>
/// <param name="Group">The API group; empty for the core's.</param>
/// <param name="Kind">The kind.</param>
/// <param name="Name">The name, as rendered.</param>
internal sealed record ChartObject(JsonObject Manifest, string Group, string Kind, string Name)
{
    public bool IsDefinition => Group == "apiextensions.k8s.io";

    public bool IsDeployment => this is { Group: "apps", Kind: "Deployment" };

    public bool IsRbac => Group == "rbac.authorization.k8s.io";

    public bool IsWebhookConfiguration => Group == "admissionregistration.k8s.io";

    public bool IsCertManager => Group == "cert-manager.io";

    /// <summary>Whether it is the Service of the operator's metrics, or of its webhooks: their names say so.</summary>
    public bool IsServiceOf(string part) => this is { Group: "", Kind: "Service" } && Name.Contains(part, StringComparison.Ordinal);

    public string? Namespace => (string?)Manifest["metadata"]?["namespace"];

    public static ChartObject Of(JsonNode document)
    {
        if (document is JsonObject manifest && Text(manifest, "apiVersion") is { } version && Text(manifest, "kind") is { } kind
            && manifest["metadata"] is JsonObject metadata && Text(metadata, "name") is { } name)
        {
            var slash = version.IndexOf('/', StringComparison.Ordinal);
            return new ChartObject(manifest, slash < 0 ? "" : version[..slash], kind, name);
        }
        throw new ScaffoldException("a rendered document has no apiVersion, kind or metadata.name, which every object must have: see 'kbnet build-installer --output -'");
    }

    private static string? Text(JsonObject map, string key) => map[key] is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? text : null;
}
