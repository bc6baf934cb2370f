using System.Text.Json.Nodes;

namespace KubeBuilderNet.Client.Rest;

/// <summary>Takes out of a manifest what the server owns: an apply that holds it is refused or claims what isn't the manager's.</summary>
internal static class ApplyManifest
{
    private static readonly string[] ServerOwned =
        ["managedFields", "uid", "resourceVersion", "generation", "creationTimestamp", "deletionTimestamp", "deletionGracePeriodSeconds", "selfLink"];

    internal static void Clean(JsonObject manifest, GroupVersionKind kind, bool keepStatus)
    {
        manifest["apiVersion"] = kind.ApiVersion;
        manifest["kind"] = kind.Kind;
        if (!keepStatus)
            manifest.Remove("status");
        if (manifest["metadata"] is not JsonObject metadata)
            return;
        foreach (var field in ServerOwned)
            metadata.Remove(field);
    }
}
