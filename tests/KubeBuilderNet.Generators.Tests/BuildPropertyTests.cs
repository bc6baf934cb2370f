using System.Text.Json;
using System.Xml.Linq;
using KubeBuilderNet.Generators.Tests.Infrastructure;

namespace KubeBuilderNet.Generators.Tests;

public sealed class BuildPropertyTests
{
    private static readonly string Source = TestSource.Spec("""
        /// <summary>The first. The second is longer</summary>
        public V1PodTemplateSpec? Template { get; set; }
        /// <summary>onelongword and</summary>
        public string? Words { get; set; }
        /// <summary>Übergrößenträger</summary>
        public V1ObjectMeta? Meta { get; set; }
        """);

    [Theory]
    [InlineData("", "The first. The second is longer", "onelongword and", "Übergrößenträger")]
    [InlineData("28", "The first.", "onelongword and", "Übergrößenträger")]
    [InlineData("14", "The first.", "onelongword...", "Übergrößent...")]
    [InlineData("0", null, null, null)]
    public void Descriptions_are_cut_where_a_sentence_or_a_word_ends(string length, string? sentence, string? word, string? bytes)
    {
        var result = Run("KubeBuilderMaxDescriptionLength", length);
        Assert.Equal(sentence, Description(result.Property("template")));
        Assert.Equal(word, Description(result.Property("words")));
        Assert.Equal(bytes, Description(result.Property("meta")));
    }

    [Fact]
    public void Descriptions_inside_types_of_Kubernetes_can_be_left_out()
    {
        var template = Run("KubeBuilderModelDescriptions", "false").Property("template");
        Assert.Equal("The first. The second is longer", Description(template));
        Assert.Equal(1, template.GetRawText().Split("\"description\":\"").Length - 1);
        Assert.True(Run("KubeBuilderModelDescriptions", "true").Property("template").GetRawText().Length > 3 * template.GetRawText().Length);
    }

    [Theory]
    [InlineData("true", """{"annotations":{"additionalProperties":{"type":"string"},"type":"object"},"finalizers":{"items":{"type":"string"},"type":"array"},"labels":{"additionalProperties":{"type":"string"},"type":"object"},"name":{"type":"string"},"namespace":{"type":"string"}}""")]
    [InlineData("false", null)]
    public void Embedded_metadata_can_have_properties(string value, string? properties)
    {
        var result = Run("KubeBuilderEmbeddedObjectMeta", value);
        foreach (var meta in new[] { result.Property("meta"), result.Property("template", "metadata") })
            Assert.Equal(properties, meta.TryGetProperty("properties", out var found) ? found.GetRawText() : null);
        Assert.False(result.Schema.GetProperty("properties").GetProperty("metadata").TryGetProperty("properties", out _));
    }

    [Fact]
    public void Each_property_that_is_read_is_shown_to_the_compiler_and_documented()
    {
        var shown = XDocument.Load(Checkout.PathOf("generators", "KubeBuilderNet.Build", "build", "KubeBuilderNet.props"))
            .Descendants("CompilerVisibleProperty").Select(item => item.Attribute("Include")!.Value).ToList();
        Assert.Equal(["DesignTimeBuild", "KubeBuilderGenerateClients", "KubeBuilderRoleName", "KubeBuilderRoleNamespace", "KubeBuilderMaxDescriptionLength", "KubeBuilderModelDescriptions", "KubeBuilderEmbeddedObjectMeta"], shown);
        var documented = File.ReadAllText(Checkout.PathOf("docs", "build-properties.md"));
        Assert.All(shown.Skip(1), property => Assert.Contains($"| `{property}` |", documented, StringComparison.Ordinal));
    }

    private static GeneratorResult Run(string property, string value) => new GeneratorTest(Source) { BuildProperties = { [property] = value } }.Run();

    private static string? Description(JsonElement schema) => schema.TryGetProperty("description", out var text) ? text.GetString() : null;
}
