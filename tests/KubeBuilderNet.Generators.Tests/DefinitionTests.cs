using System.Text.Json;
using KubeBuilderNet.Generators.Tests.Infrastructure;

namespace KubeBuilderNet.Generators.Tests;

public sealed class DefinitionTests
{
    private const string Types = """
        public class Spec { public int Replicas { get; set; } }
        public class Needy { public required string A { get; set; } }
        public class Status { public int Replicas { get; set; } public string? S { get; set; } }
        """;

    [Theory]
    [InlineData("", "v2")]
    [InlineData("StorageVersion", "v1beta1")]
    public void One_version_is_stored_the_one_that_is_said_or_that_of_highest_priority(string attribute, string stored)
    {
        var versions = Versions($$"""
            [CustomResource("a.example.com", "v1beta1", Kind = "Widget"){{(attribute.Length > 0 ? ", " : "")}}{{attribute}}, DeprecatedVersion(Warning = "old")] public partial class Old : CustomResource<Spec>;
            [CustomResource("a.example.com", "v10", Kind = "Widget"), SkipVersion] public partial class Future : CustomResource<Spec>;
            [CustomResource("a.example.com", "v2", Kind = "Widget")] public partial class Current : CustomResource<Spec>;
            [CustomResource("a.example.com", "v1", Kind = "Widget"), UnservedVersion, DeprecatedVersion] public partial class Gone : CustomResource<Spec>;
            """);
        Assert.Equal(["v2", "v1", "v1beta1"], versions.Select(version => version.GetProperty("name").GetString()));
        Assert.Equal(stored, Assert.Single(versions, version => version.GetProperty("storage").GetBoolean()).GetProperty("name").GetString());
        Assert.Equal([true, false, true], versions.Select(version => version.GetProperty("served").GetBoolean()));
        Assert.Equal("old", versions[2].GetProperty("deprecationWarning").GetString());
        Assert.True(versions[1].GetProperty("deprecated").GetBoolean());
        Assert.False(versions[1].TryGetProperty("deprecationWarning", out _));
    }

    [Theory]
    [InlineData("", "CustomResource<Spec>", null)]
    [InlineData("", "CustomResource<Spec, Status>", """{"status":{}}""")]
    [InlineData(", StatusSubresource = false", "CustomResource<Spec, Status>", null)]
    [InlineData(", StatusSubresource = true", "CustomResource<Spec>", """{"status":{}}""")]
    [InlineData(", EmptySubresources = true", "CustomResource<Spec>", "{}")]
    [InlineData("), PrintColumn(\"A\", \".spec.replicas\"", "CustomResource<Spec>", "{}")]
    [InlineData(", EmptySubresources = false), PrintColumn(\"A\", \".spec.replicas\"", "CustomResource<Spec>", null)]
    [InlineData("), ScaleSubresource(\".spec.replicas\", \".status.replicas\", SelectorPath = \".status.s\"", "CustomResource<Spec, Status>",
        """{"scale":{"labelSelectorPath":".status.s","specReplicasPath":".spec.replicas","statusReplicasPath":".status.replicas"},"status":{}}""")]
    public void Subresources_are_those_that_the_class_has(string arguments, string @base, string? expected)
    {
        var version = Versions($$"""[CustomResource("a.example.com", "v1"{{arguments}})] public partial class Widget : {{@base}};""")[0];
        Assert.Equal(expected, version.TryGetProperty("subresources", out var subresources) ? subresources.GetRawText() : null);
    }

    [Theory]
    [InlineData(".metadata.creationTimestamp", "date")]
    [InlineData(".metadata.deletionTimestamp", "date")]
    [InlineData(".metadata.name", "string")]
    [InlineData(".spec.when", "date")]
    [InlineData(".spec.replicas", "integer")]
    [InlineData(".spec.ratio", "number")]
    [InlineData(".spec.on", "boolean")]
    [InlineData(".spec.text", "string")]
    [InlineData(".spec.port", "string")]
    [InlineData(".spec.list", "string")]
    [InlineData(".spec.list[0]", "string")]
    [InlineData(".spec.map.a", "string")]
    public void A_column_without_a_type_has_its_propertys(string path, string type)
    {
        var version = Run($$"""
            [CustomResource("a.example.com", "v1"), PrintColumn("A", "{{path}}")] public partial class Widget : CustomResource<Values>;
            public partial class Values
            {
                public System.DateTime? When { get; set; }
                public int Replicas { get; set; }
                public double Ratio { get; set; }
                public bool On { get; set; }
                public string? Text { get; set; }
                public k8s.Models.IntOrString? Port { get; set; }
                public System.Collections.Generic.List<int>? List { get; set; }
                public System.Collections.Generic.Dictionary<string, string>? Map { get; set; }
            }
            """).Crd.GetProperty("spec").GetProperty("versions")[0];
        Assert.Equal(type, version.GetProperty("additionalPrinterColumns")[0].GetProperty("type").GetString());
    }

    [Fact]
    public void The_definition_says_what_its_classes_say()
    {
        var crd = Run("""
            [CustomResource("a.example.com", "v1", ListKind = "WidgetBag", Singular = "", Scope = ResourceScope.Cluster)]
            [DefinitionLabel("b", "2"), DefinitionLabel("a", "1"), DefinitionAnnotation("api-approved.kubernetes.io", "yes")]
            [SelectableField(".spec.replicas"), Conversion(ConversionStrategy.Webhook, ServicePort = 8443, CaBundle = "QQ==")]
            [PrintColumn("A", ".spec.replicas", Type = "integer", Priority = 1, Format = "int32", Description = "D")]
            public partial class Widget : CustomResource<Spec>;
            """).Crd;
        Assert.Equal("""{"annotations":{"api-approved.kubernetes.io":"yes"},"labels":{"a":"1","b":"2"},"name":"widgets.a.example.com"}""", crd.GetProperty("metadata").GetRawText());
        var spec = crd.GetProperty("spec");
        Assert.Equal("""{"kind":"Widget","listKind":"WidgetBag","plural":"widgets"}""", spec.GetProperty("names").GetRawText());
        Assert.Equal(
            """{"strategy":"Webhook","webhook":{"clientConfig":{"caBundle":"QQ==","service":{"name":"webhook-service","namespace":"system","path":"/convert","port":8443}},"conversionReviewVersions":["v1"]}}""",
            spec.GetProperty("conversion").GetRawText());
        var version = spec.GetProperty("versions")[0];
        Assert.Equal("""[{"jsonPath":".spec.replicas"}]""", version.GetProperty("selectableFields").GetRawText());
        Assert.Equal(
            """[{"description":"D","format":"int32","jsonPath":".spec.replicas","name":"A","priority":1,"type":"integer"}]""",
            version.GetProperty("additionalPrinterColumns").GetRawText());
        Assert.Equal(
            ["additionalPrinterColumns", "name", "schema", "selectableFields", "served", "storage", "subresources"],
            version.EnumerateObject().Select(property => property.Name));
    }

    [Theory]
    [InlineData("ConversionStrategy.None", """{"strategy":"None"}""")]
    [InlineData("ConversionStrategy.Webhook, Url = \"https://a.b/c\", ReviewVersions = [\"v1\", \"v1beta1\"]",
        """{"strategy":"Webhook","webhook":{"clientConfig":{"url":"https://a.b/c"},"conversionReviewVersions":["v1","v1beta1"]}}""")]
    public void Conversion_is_that_of_any_version(string arguments, string expected) => Assert.Equal(expected, Run(
        $$"""
        [CustomResource("a.example.com", "v1", Kind = "Widget")] public partial class One : CustomResource<Spec>;
        [CustomResource("a.example.com", "v2", Kind = "Widget"), Conversion({{arguments}})] public partial class Two : CustomResource<Spec>;
        """).Crd.GetProperty("spec").GetProperty("conversion").GetRawText());

    [Theory]
    [InlineData("CustomResource<Needy>", "spec")]
    [InlineData("CustomResource<Needy?>", "")]
    [InlineData("CustomResource<Spec>", "")]
    public void A_spec_with_required_members_is_required_unless_it_may_be_null(string @base, string required)
    {
        var schema = Run($$"""[CustomResource("a.example.com", "v1")] public partial class Widget : {{@base}};""").Schema;
        Assert.Equal(required, schema.TryGetProperty("required", out var names) ? string.Join(",", names.EnumerateArray()) : "");
    }

    [Fact]
    public void What_the_class_declares_stands_beside_its_metadata()
    {
        var result = Run("""
            public abstract class Shared : CustomResource { public required string Color { get; set; } }
            [CustomResource("a.example.com", "v1"), CelRule("self.color != ''")]
            public sealed partial class Widget : Shared { public Spec? Spec { get; set; } public Status? Status { get; set; } [JsonPropertyName("class")] public string? Class { get; set; } }
            """);
        Assert.Equal(
            ["apiVersion", "class", "color", "kind", "metadata", "spec", "status"],
            result.Schema.GetProperty("properties").EnumerateObject().Select(property => property.Name));
        Assert.Equal("""["color"]""", result.Schema.GetProperty("required").GetRawText());
        Assert.Equal("""[{"rule":"self.color != ''"}]""", result.Schema.GetProperty("x-kubernetes-validations").GetRawText());
        Assert.Equal("""{"status":{}}""", result.Crd.GetProperty("spec").GetProperty("versions")[0].GetProperty("subresources").GetRawText());
    }

    [Fact]
    public void A_kind_may_have_no_properties_of_its_own() => Assert.Equal(
        ["apiVersion", "kind", "metadata"],
        Run("""[CustomResource("a.example.com", "v1")] public partial class Widget : CustomResource;""")
            .Schema.GetProperty("properties").EnumerateObject().Select(property => property.Name));

    [Fact]
    public void Metadata_may_be_limited()
    {
        var schema = Run("""
            [CustomResource("a.example.com", "v1"), ObjectName(MaxLength = 20, Pattern = "^w"), TypeMeta(ApiVersion = "", Omit = ["kind"], Required = ["metadata"])]
            public partial class Widget : CustomResource;
            """).Schema;
        Assert.Equal(
            """{"apiVersion":{"type":"string"},"metadata":{"properties":{"name":{"maxLength":20,"pattern":"^w","type":"string"}},"type":"object"}}""",
            schema.GetProperty("properties").GetRawText());
        Assert.Equal("""["metadata"]""", schema.GetProperty("required").GetRawText());
    }

    private static GeneratorResult Run(string resources) => GeneratorTest.Run($"{resources} {Types}");

    private static List<JsonElement> Versions(string resources) => [.. Run(resources).Crd.GetProperty("spec").GetProperty("versions").EnumerateArray()];
}
