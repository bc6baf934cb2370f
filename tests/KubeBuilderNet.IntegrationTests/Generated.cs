using System.Reflection;
using System.Text.Json.Nodes;

namespace KubeBuilderNet.IntegrationTests;

/// <summary>The manifests that the generator put into this assembly, as an operator that installs its own would read them.</summary>
internal static class Generated
{
    internal static string Json(string path) => typeof(Generated).Assembly.GetCustomAttributes<KubernetesManifestAttribute>()
        .Single(manifest => manifest.Path == path).Json;

    internal static JsonObject Definition(string path) => JsonNode.Parse(Json(path))!.AsObject();
}
