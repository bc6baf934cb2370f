using System.Text.Json.Nodes;
using KubeBuilderNet.Scaffolding;

namespace KubeBuilderNet.Cli.Deploying;

/// <summary>One rendered object.</summary>
/// <param name="Manifest">All of it.</param>
internal sealed record ClusterObject(JsonObject Manifest)
{
    public required string ApiVersion { get; init; }

    public required string Kind { get; init; }

    public required string Name { get; init; }

    public string? Namespace { get; init; }

    public string Group => ApiVersion.Contains('/', StringComparison.Ordinal) ? ApiVersion[..ApiVersion.IndexOf('/', StringComparison.Ordinal)] : "";

    public bool IsDefinition => this is { Kind: "CustomResourceDefinition", Group: "apiextensions.k8s.io" };

    public bool IsWorkload => Group == "apps" && Kind is "Deployment" or "StatefulSet" or "DaemonSet";

    /// <summary>Reads one document of a rendered text.</summary>
    /// <exception cref="ScaffoldException">It is no object of Kubernetes.</exception>
    public static ClusterObject Of(string source, JsonNode document)
    {
        if (document is JsonObject manifest
            && Text(manifest["apiVersion"]) is { Length: > 0 } apiVersion
            && Text(manifest["kind"]) is { Length: > 0 } kind
            && manifest["metadata"] is JsonObject metadata
            && Text(metadata["name"]) is { Length: > 0 } name)
        {
            return new ClusterObject(manifest) { ApiVersion = apiVersion, Kind = kind, Name = name, Namespace = Text(metadata["namespace"]) };
        }
        throw new ScaffoldException($"{source}: a document has no apiVersion, kind or metadata.name, which every object must have");
    }

    /// <summary>As kubectl writes it: <c>deployment.apps/name</c>.</summary>
    public override string ToString() => $"{Kind.ToLowerInvariant()}{(Group.Length > 0 ? "." : "")}{Group}/{Name}";

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
