using System.Text.Json.Nodes;

namespace KubeBuilderNet.OpenApiCompactor;

/// <summary>What Kubernetes' Go types say and its OpenAPI document loses, so that schemas equal those of controller-gen.</summary>
internal static class KnownExceptions
{
    private const string Core = "io.k8s.api.core.v1.";
    private const string PodConditions = "io.k8s.api.batch.v1.PodFailurePolicyOnPodConditionsPattern";
    private const string Condition = "io.k8s.apimachinery.pkg.apis.meta.v1.Condition";

    // Structs that embed LocalObjectReference, whose struct type the document drops.
    private static readonly string[] AtomicStructs =
        ["ConfigMapEnvSource", "SecretEnvSource", "ConfigMapProjection", "SecretProjection", "ConfigMapVolumeSource"];

    public static void Apply(JsonObject schemas)
    {
        // Defaults that the Go types carry for the API server only.
        foreach (var property in new[] { "cachingMode", "kind" })
            schemas[Core + "AzureDiskVolumeSource"]!["properties"]![property]!.AsObject().Remove("default");
        schemas[PodConditions]!["properties"]!["status"]!.AsObject().Remove("default");
        foreach (var list in new[] { "add", "drop" })
        {
            schemas[Core + "Capabilities"]!["properties"]![list]!["items"]!["description"] =
                "Capability represent POSIX capabilities type";
        }
        foreach (var name in AtomicStructs)
            schemas[Core + name]!["x-kubernetes-map-type"] = "atomic";
        LimitConditions(schemas[Condition]!["properties"]!);
    }

    private static void LimitConditions(JsonNode properties)
    {
        properties["message"]!["maxLength"] = 32768;
        properties["observedGeneration"]!["minimum"] = 0;
        properties["reason"]!["minLength"] = 1;
        properties["reason"]!["maxLength"] = 1024;
        properties["reason"]!["pattern"] = "^[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?$";
        properties["status"]!["enum-kept"] = new JsonArray("True", "False", "Unknown");
        properties["type"]!["maxLength"] = 316;
        properties["type"]!["pattern"] =
            @"^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])$";
    }
}
