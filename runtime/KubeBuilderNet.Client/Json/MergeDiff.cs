using System.Text.Json.Nodes;

namespace KubeBuilderNet.Client.Json;

/// <summary>Finds what a JSON merge patch (RFC 7386) must say to turn one object into another.</summary>
internal static class MergeDiff
{
    /// <summary>The fields that differ: null for those that went, whole lists for lists that changed. Empty when nothing differs.</summary>
    internal static JsonObject Between(JsonObject? from, JsonObject? to)
    {
        var patch = new JsonObject();
        foreach (var (name, _) in from ?? [])
        {
            if (to?.ContainsKey(name) != true)
                patch[name] = null;
        }

        foreach (var (name, wanted) in to ?? [])
        {
            var current = from?[name];
            if (current is JsonObject before && wanted is JsonObject after)
            {
                if (Between(before, after) is { Count: > 0 } inner)
                    patch[name] = inner;
            }
            else if (from?.ContainsKey(name) != true || !JsonNode.DeepEquals(current, wanted))
            {
                patch[name] = wanted?.DeepClone();
            }
        }

        return patch;
    }
}
