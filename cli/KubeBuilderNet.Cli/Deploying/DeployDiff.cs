using System.Text.Json.Nodes;
using KubeBuilderNet.Build.Yaml;
using KubeBuilderNet.Scaffolding.Planning;

namespace KubeBuilderNet.Cli.Deploying;

/// <summary>Objects as a diff of YAML. Secrets stay secret.</summary>
internal static class DeployDiff
{
    public static FileChange Of(Applied applied)
    {
        var (before, after) = (applied.Before, applied.After);
        if (applied.Item is { Kind: "Secret", Group: "" })
            (before, after) = (Masked(before, after, "before"), Masked(after, before, "after"));
        var kind = applied.Before is null ? ChangeKind.Create : applied.IsChanged ? ChangeKind.Edit : ChangeKind.Unchanged;
        return new FileChange(applied.Item.ToString(), kind, Yaml(before), Yaml(after)!);
    }

    private static JsonObject? Masked(JsonObject? secret, JsonObject? other, string word)
    {
        var copy = secret?.DeepClone().AsObject();
        foreach (var field in (string[])["data", "stringData"])
        {
            foreach (var key in (copy?[field] as JsonObject)?.Select(pair => pair.Key).ToList() ?? [])
                copy![field]![key] = JsonNode.DeepEquals(secret![field]![key], other?[field]?[key]) ? "***" : $"*** ({word})";
        }
        return copy;
    }

    private static string? Yaml(JsonObject? manifest) => manifest is null ? null : YamlWriter.Write(manifest.ToJsonString());
}
