using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace KubeBuilderNet.ImportTests.Support;

/// <summary>What differs between two JSON values.</summary>
internal static class Difference
{
    public static void Find(JsonNode? expected, JsonNode? actual, string path, List<string> found)
    {
        if (expected is JsonObject left && actual is JsonObject right)
        {
            foreach (var name in left.Select(field => field.Key).Union(right.Select(field => field.Key)))
                Find(left[name], right[name], $"{path}.{name}", found);
        }
        else if (expected is JsonArray first && actual is JsonArray second && first.Count == second.Count)
        {
            for (var i = 0; i < first.Count; i++)
                Find(first[i], second[i], $"{path}[{i}]", found);
        }
        else if (!AreEqual(expected, actual))
        {
            found.Add($"{path}: {Show(expected)} became {Show(actual)}");
        }
    }

    private static bool AreEqual(JsonNode? left, JsonNode? right) =>
        left is not null && right is not null && left.GetValueKind() == JsonValueKind.Number && right.GetValueKind() == JsonValueKind.Number
            ? double.Parse(left.ToJsonString(), CultureInfo.InvariantCulture).Equals(double.Parse(right.ToJsonString(), CultureInfo.InvariantCulture))
            : JsonNode.DeepEquals(left, right);

    private static string Show(JsonNode? node) => node?.ToJsonString() is { } text ? text.Length > 300 ? text[..300] + "…" : text : "nothing";
}
