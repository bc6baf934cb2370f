using System.Text.Json;
using KubeBuilderNet.Generators.Tests.Infrastructure;

namespace KubeBuilderNet.Generators.Tests;

/// <summary>What other .NET generators of definitions get wrong, seen by running them. Each is right here.</summary>
public sealed class PeerDefectTests
{
    [Fact]
    public void A_name_of_an_attribute_is_taken_to_the_letter() =>
        Assert.Equal(["URL"], Names("""[JsonPropertyName("URL")] public string? Url { get; set; }"""));

    [Fact]
    public void What_JSON_ignores_is_not_in_the_schema() =>
        Assert.Equal(["b"], Names("[JsonIgnore] public string? A { get; set; } public string? B { get; set; }"));

    [Fact]
    public void What_is_static_or_computed_is_not_in_the_schema() =>
        Assert.Equal(["b"], Names("public static string A { get; set; } = \"\"; public string? B { get; set; } public string C => \"c\";"));

    [Theory]
    [InlineData("Uri", "string")]
    [InlineData("TimeSpan", "string")]
    [InlineData("byte[]", "string")]
    [InlineData("short", "integer")]
    [InlineData("byte", "integer")]
    [InlineData("DateOnly", "string")]
    [InlineData("char", "string")]
    public void Simple_types_have_a_simple_schema(string type, string expected) =>
        Assert.Equal(expected, Property($"public {type}? A {{ get; set; }}").GetProperty("type").GetString());

    [Fact]
    public void A_JsonElement_may_hold_anything() => Assert.Equal(
        """{"x-kubernetes-preserve-unknown-fields":true}""", Property("public JsonElement? A { get; set; }").GetRawText());

    [Fact]
    public void The_required_keyword_counts_at_any_depth_and_on_the_spec_itself()
    {
        var result = GeneratorTest.Run(TestSource.Spec(
            "public required Inner A { get; set; }", "public partial class Inner { public required int? Deep { get; set; } }"));
        Assert.Equal("""["spec"]""", result.Schema.GetProperty("required").GetRawText());
        Assert.Equal("""["a"]""", result.Property().GetProperty("required").GetRawText());
        Assert.Equal("""["deep"]""", result.Property("a").GetProperty("required").GetRawText());
    }

    [Fact]
    public void Initializers_are_defaults_and_comments_are_descriptions() => Assert.Equal(
        """{"default":5,"description":"How many.","format":"int32","type":"integer"}""",
        Property("/// <summary>How many.</summary>\npublic int A { get; set; } = 5;").GetRawText());

    [Fact]
    public void A_pod_template_has_what_Kubernetes_publishes()
    {
        var containers = GeneratorTest.Run(TestSource.Spec("public V1PodTemplateSpec? A { get; set; }")).Property("a", "spec", "containers");
        Assert.Equal("""["name"]""", containers.GetProperty("x-kubernetes-list-map-keys").GetRawText());
        Assert.Equal("map", containers.GetProperty("x-kubernetes-list-type").GetString());
        Assert.Equal("""["name"]""", containers.GetProperty("items").GetProperty("required").GetRawText());
        var limit = containers.GetProperty("items").GetProperty("properties").GetProperty("resources").GetProperty("properties").GetProperty("limits");
        Assert.True(limit.GetProperty("additionalProperties").GetProperty("x-kubernetes-int-or-string").GetBoolean());
    }

    [Fact]
    public void A_quantity_may_be_a_number() => Assert.Equal(
        """[{"type":"integer"},{"type":"string"}]""", Property("public ResourceQuantity? A { get; set; }").GetProperty("anyOf").GetRawText());

    [Theory]
    [InlineData("", """["type"]""", "map")]
    [InlineData("[ListType(ListType.Atomic)] ", null, "atomic")]
    public void Conditions_are_merged_by_their_type_unless_told_otherwise(string attribute, string? keys, string type)
    {
        var conditions = Property($"{attribute}public IList<V1Condition>? A {{ get; set; }}");
        Assert.Equal(keys, conditions.TryGetProperty("x-kubernetes-list-map-keys", out var found) ? found.GetRawText() : null);
        Assert.Equal(type, conditions.GetProperty("x-kubernetes-list-type").GetString());
        Assert.Equal("""["lastTransitionTime","message","reason","status","type"]""", conditions.GetProperty("items").GetProperty("required").GetRawText());
    }

    [Fact]
    public void An_optional_property_is_not_nullable() =>
        Assert.DoesNotContain("nullable", Property("public int? A { get; set; } public string? B { get; set; }").GetRawText(), StringComparison.Ordinal);

    [Fact]
    public void Bounds_are_whole_and_nothing_is_said_that_is_not_meant() => Assert.Equal(
        """{"format":"int32","maximum":9,"minimum":1,"type":"integer"}""", Property("[Range(1, 9)] public int? A { get; set; }").GetRawText());

    private static string[] Names(string members) =>
        [.. GeneratorTest.Run(TestSource.Spec(members)).Property().GetProperty("properties").EnumerateObject().Select(property => property.Name)];

    private static JsonElement Property(string members) => GeneratorTest.Run(TestSource.Spec(members)).Property("a");
}
