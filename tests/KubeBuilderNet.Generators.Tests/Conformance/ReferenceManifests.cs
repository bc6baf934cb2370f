using System.Text.Json;
using System.Text.Json.Nodes;
using KubeBuilderNet.Scaffolding.Yaml;

namespace KubeBuilderNet.Generators.Tests.Conformance;

/// <summary>The manifests that controller-gen is tested against, where they lie beside the checkout.</summary>
internal static class ReferenceManifests
{
    public static IReadOnlyList<JsonNode> Read(string fileName)
    {
        var path = Path.GetFullPath(Checkout.PathOf("..", "shared", "conformance", "controller-gen", fileName));
        Assert.SkipUnless(File.Exists(path), $"{fileName} of the reference manifests isn't beside this checkout.");
        return [.. YamlJson.Parse(fileName, File.ReadAllText(path))];
    }

    /// <summary>The objects of one manifest, one by one.</summary>
    public static IReadOnlyList<JsonNode> Objects(string json) =>
        JsonNode.Parse(json) is JsonArray list ? [.. list.Select(item => item!)] : [JsonNode.Parse(json)!];

    public static void AssertEqual(IReadOnlyList<JsonNode> expected, IReadOnlyList<JsonNode> actual)
    {
        Assert.Equal(expected.Count, actual.Count);
        foreach (var (wanted, given) in expected.Zip(actual))
            Assert.True(JsonNode.DeepEquals(wanted, given), $"expected {Text(wanted)}\nbut got  {Text(given)}");
    }

    private static string Text(JsonNode node) => node.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
}
