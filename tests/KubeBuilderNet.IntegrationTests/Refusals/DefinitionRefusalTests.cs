using System.Text.Json.Nodes;

namespace KubeBuilderNet.IntegrationTests.Refusals;

/// <summary>What the pages of diagnostics say that API servers refuse, a real one refuses; and what they say it accepts, it accepts.</summary>
public sealed class DefinitionRefusalTests(CustomResourcesFixture fixture) : IClassFixture<CustomResourcesFixture>
{
    private const string Root = """
        {"type":"object","properties":{
        "spec":{"type":"object","properties":{"replicas":{"type":"integer"},"color":{"type":"string"},"inner":{"type":"object"},"names":{"type":"array","items":{"type":"string"}}}},
        "status":{"type":"object","properties":{"replicas":{"type":"integer"},"selector":{"type":"string"}}}}}
        """;

    [Theory]
    [InlineData("KBN0006", true, "metadata.name", "\"widgets.k8s.io\"", "spec.group", "\"k8s.io\"", "spec.names.plural", "\"widgets\"")]
    [InlineData("KBN0006", true, "spec.names.listKind", "\"K12345678901234567890123456789012345678901234567890123456789List\"")]
    [InlineData("KBN0033", true, "metadata.labels", """{"a b":"c"}""")]
    [InlineData("KBN0033", true, "metadata.labels", """{"a":"b c"}""")]
    [InlineData("KBN0033", true, "metadata.annotations", """{"Example.com/Upper/x":"c"}""")]
    [InlineData("KBN0033", false, "metadata.annotations", """{"Any/Key":"any text"}""")]
    [InlineData("KBN0034", true, "version.selectableFields", """[{"jsonPath":".spec.colour"}]""")]
    [InlineData("KBN0034", true, "version.selectableFields", """[{"jsonPath":".spec.inner"}]""")]
    [InlineData("KBN0034", true, "version.selectableFields", """[{"jsonPath":".spec.names[0]"}]""")]
    [InlineData("KBN0034", true, "version.selectableFields", """[{"jsonPath":".metadata.labels"}]""")]
    [InlineData("KBN0034", true, "version.selectableFields", """[{"jsonPath":".spec.color"},{"jsonPath":".spec.color"}]""")]
    [InlineData("KBN0034", false, "version.selectableFields", """[{"jsonPath":".spec.color"},{"jsonPath":".status.replicas"}]""")]
    [InlineData("KBN0035", true, "version.subresources", """{"scale":{"specReplicasPath":".spec.replicas","statusReplicasPath":".spec.replicas"}}""")]
    [InlineData("KBN0035", true, "version.subresources", """{"scale":{"specReplicasPath":".spec.replicas","statusReplicasPath":".status.replicas","labelSelectorPath":".metadata.x"}}""")]
    [InlineData("KBN0008", true, "version.additionalPrinterColumns", """[{"name":"A","type":"text","jsonPath":".spec.color"}]""")]
    [InlineData("KBN0008", true, "version.additionalPrinterColumns", """[{"name":"A","type":"string","format":"text","jsonPath":".spec.color"}]""")]
    [InlineData("KBN0008", true, "version.additionalPrinterColumns", """[{"name":"A","type":"string","jsonPath":"spec.color"}]""")]
    [InlineData("KBN0044", false, "version.additionalPrinterColumns", """[{"name":"A","type":"integer","jsonPath":".spec.color"},{"name":"B","type":"string","jsonPath":".spec.nowhere","priority":-1}]""")]
    [InlineData("KBN0044", false, "version.subresources", """{"scale":{"specReplicasPath":".spec.nowhere","statusReplicasPath":".status.replicas"}}""")]
    [InlineData("KBN0042", true, "spec.conversion", """{"strategy":"Webhook","webhook":{"conversionReviewVersions":["v1"],"clientConfig":{"url":"http://example.com"}}}""")]
    [InlineData("KBN0042", true, "spec.conversion", """{"strategy":"Webhook","webhook":{"conversionReviewVersions":["v1"],"clientConfig":{"url":"https://example.com","service":{"name":"s","namespace":"n"}}}}""")]
    [InlineData("KBN0042", true, "spec.conversion", """{"strategy":"Webhook","webhook":{"conversionReviewVersions":["v2"],"clientConfig":{"url":"https://example.com"}}}""")]
    [InlineData("KBN0042", true, "spec.conversion", """{"strategy":"Webhook","webhook":{"conversionReviewVersions":["v1"],"clientConfig":{"service":{"name":"s","namespace":"n","port":70000}}}}""")]
    [InlineData("KBN0042", true, "spec.conversion", """{"strategy":"Webhook","webhook":{"conversionReviewVersions":["v1"],"clientConfig":{"service":{"name":"s","namespace":"n","path":"x"}}}}""")]
    [InlineData("KBN0042", true, "spec.conversion", """{"strategy":"None","webhook":{"conversionReviewVersions":["v1"],"clientConfig":{"url":"https://example.com"}}}""")]
    public async Task A_server_decides_as_the_page_says(string id, bool isRefused, params string[] pathsAndValues)
    {
        var definition = TrialDefinition.OfRoot(Root);
        for (var i = 0; i < pathsAndValues.Length; i += 2)
            Set(definition, pathsAndValues[i].Split('.'), JsonNode.Parse(pathsAndValues[i + 1])!);
        var refusal = await TrialDefinition.RefusalOfAsync(fixture.Server, definition);
        Assert.True(isRefused == refusal is not null, $"{id}: {refusal?.Message ?? "accepted"}");
    }

    private static void Set(JsonObject definition, string[] path, JsonNode value)
    {
        JsonNode parent = path[0] == "version" ? definition["spec"]!["versions"]![0]! : definition;
        foreach (var name in path[..^1].Where(name => name != "version"))
            parent = parent[name]!;
        parent[path[^1]] = value;
    }
}
