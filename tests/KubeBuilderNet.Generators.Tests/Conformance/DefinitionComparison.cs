using System.Text.Json.Nodes;
using k8s.Models;
using KubeBuilderNet.Generators.Parsing.KubernetesModels;

namespace KubeBuilderNet.Generators.Tests.Conformance;

/// <summary>
/// Compares two definitions as data: versions by name, <c>required</c> as a set, descriptions with their white space collapsed, without
/// controller-gen's annotation of its own version.
/// </summary>
internal static class DefinitionComparison
{
    // The client is of a later Kubernetes than the document: what its classes have beyond it is allowed in their schemas.
    private static readonly HashSet<string> Newer = [.. ModelReader.Instance.Names
        .Select(name => (Class: typeof(V1Pod).Assembly.GetType("k8s.Models." + name), Schema: ModelReader.Instance.Read(name, _ => new Model.Schema())!))
        .Where(model => model.Class is not null)
        .SelectMany(model => model.Class!.GetProperties().Select(JsonName).Except(model.Schema.Properties.Select(property => property.Name)))];

    public static IReadOnlyList<string> Differences(JsonNode expected, JsonNode actual)
    {
        expected["metadata"]!["annotations"]?.AsObject().Remove("controller-gen.kubebuilder.io/version");
        if (expected["metadata"]!["annotations"]?.AsObject().Count == 0)
            expected["metadata"]!.AsObject().Remove("annotations");
        var differences = new List<string>();
        Compare("", expected, actual, differences);
        return differences;
    }

    private static void Compare(string path, JsonNode? expected, JsonNode? actual, List<string> differences)
    {
        switch (expected, actual)
        {
            case (JsonObject left, JsonObject right):
                foreach (var key in left.Select(pair => pair.Key).Union(right.Select(pair => pair.Key)))
                    CompareMember($"{path}/{key}", key, left[key], right[key], differences);
                break;
            case (JsonArray left, JsonArray right) when path.EndsWith("/versions", StringComparison.Ordinal):
                Compare(path + "*", ByName(left), ByName(right), differences);
                break;
            case (JsonArray left, JsonArray right) when left.Count == right.Count:
                for (var i = 0; i < left.Count; i++)
                    Compare($"{path}[{i}]", left[i], right[i], differences);
                break;
            default:
                if (!JsonNode.DeepEquals(expected, actual))
                    differences.Add($"{path}: expected {Text(expected)}, is {Text(actual)}");
                break;
        }
    }

    private static void CompareMember(string path, string key, JsonNode? expected, JsonNode? actual, List<string> differences)
    {
        if (expected is null && path.Contains("/properties/", StringComparison.Ordinal) && path.EndsWith($"/properties/{key}", StringComparison.Ordinal)
            && path.Contains("/jobTemplate/", StringComparison.Ordinal) && Newer.Contains(key))
        {
            return;
        }
        if (key == "description" && expected is JsonValue && actual is JsonValue)
            (expected, actual) = (Collapsed(expected), Collapsed(actual));
        if (key == "required" && expected is JsonArray && actual is JsonArray)
            (expected, actual) = (Sorted(expected), Sorted(actual));
        Compare(path, expected, actual, differences);
    }

    private static JsonValue Collapsed(JsonNode description) =>
        JsonValue.Create(string.Join(' ', description.GetValue<string>().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    private static JsonArray Sorted(JsonNode names) => [.. names.AsArray().Select(name => name!.GetValue<string>()).Order(StringComparer.Ordinal).Select(name => JsonValue.Create(name))];

    private static JsonObject ByName(JsonArray versions) => new(versions.Select(version => KeyValuePair.Create(version!["name"]!.GetValue<string>(), (JsonNode?)version.DeepClone())));

    private static string JsonName(System.Reflection.PropertyInfo property) => property.GetCustomAttributes(false)
        .OfType<System.Text.Json.Serialization.JsonPropertyNameAttribute>().FirstOrDefault()?.Name ?? property.Name;

    private static string Text(JsonNode? node) => node?.ToJsonString() is { } text ? text[..Math.Min(text.Length, 300)] : "nothing";
}
