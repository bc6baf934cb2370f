using KubeBuilderNet.Generators.Tests.Infrastructure;

namespace KubeBuilderNet.Generators.Tests.Checks;

public sealed class DefinitionCheckTests
{
    private const string Classes = """
        public class Spec { public int? Replicas { get; set; } public string? Color { get; set; } public Inner? Inner { get; set; } public List<string>? Names { get; set; } }
        public class Inner { public string? Selector { get; set; } }
        public class Status { public int? Replicas { get; set; } public string? Selector { get; set; } }
        """;

    [Theory]
    [InlineData("ScaleSubresource(\".spec.size\", \".status.replicas\")", "The spec path '.spec.size' of 'Widget' has no effect: there is no 'size'")]
    [InlineData("ScaleSubresource(\".spec.color\", \".status.replicas\")", "an integer must lie there, and there lies string")]
    [InlineData("ScaleSubresource(\".spec.replicas\", \".status.replicas\", SelectorPath = \".status.replicas\")", "a text must lie there")]
    [InlineData("PrintColumn(\"A\", \".spec.colour\")", "The column 'A' of 'Widget' has no effect: its path '.spec.colour' leads nowhere: there is no 'colour'")]
    [InlineData("PrintColumn(\"A\", \".spec.color.b\")", "nothing lies below")]
    [InlineData("PrintColumn(\"A\", \".spec.color\", Priority = -1)", "negative")]
    [InlineData("PrintColumn(\"A\", \".spec.color\", Type = \"integer\")", "stays empty for values of type string")]
    public void A_path_that_servers_accept_and_that_leads_nowhere_is_a_warning(string attribute, string message)
    {
        var result = GeneratorTest.Run(
            $"[CustomResource(\"a.example.com\", \"v1\"), {attribute}] public partial class Widget : CustomResource<Spec, Status>; {Classes}",
            new ExpectedDiagnostic("KBN0044", attribute, message));
        Assert.Single(result.Manifests);
    }

    [Theory]
    [InlineData("KBN0033", "DefinitionLabel(\"a b\", \"c\")", "The label 'a b'")]
    [InlineData("KBN0033", "DefinitionLabel(\"team\", \"the best\")", "use [DefinitionAnnotation]")]
    [InlineData("KBN0033", "DefinitionAnnotation(\"Example.com/Upper/x\", \"c\")", "The annotation")]
    [InlineData("KBN0034", "SelectableField(\".spec.colour\")", "there is no 'colour' among color, inner, names, replicas")]
    [InlineData("KBN0034", "SelectableField(\".spec.inner\")", "neither a text nor an integer")]
    [InlineData("KBN0034", "SelectableField(\".spec.names[0]\")", "no path of names")]
    [InlineData("KBN0034", "SelectableField(\".metadata.labels.app\")", "can be selected by anyway")]
    [InlineData("KBN0034", "SelectableField(\"spec.color\")", "no path of names")]
    [InlineData("KBN0035", "ScaleSubresource(\".spec.replicas\", \".spec.replicas\")", "below .status")]
    [InlineData("KBN0035", "ScaleSubresource(\".spec.replicas\", \".status.replicas\", SelectorPath = \".labels\")", "below .spec or .status")]
    [InlineData("KBN0042", "Conversion(ConversionStrategy.None, Path = \"/x\")", "without a webhook, Path does nothing")]
    [InlineData("KBN0042", "Conversion(ConversionStrategy.Webhook, Url = \"http://example.com\")", "with https")]
    [InlineData("KBN0042", "Conversion(ConversionStrategy.Webhook, Url = \"https://example.com\", ServiceName = \"s\")", "by a URL or by a service")]
    [InlineData("KBN0042", "Conversion(ConversionStrategy.Webhook, ReviewVersions = [\"v2\"])", "neither 'v1' nor 'v1beta1'")]
    [InlineData("KBN0042", "Conversion(ConversionStrategy.Webhook, ServicePort = 70000)", "ports are 1 to 65535")]
    [InlineData("KBN0042", "Conversion(ConversionStrategy.Webhook, Path = \"x\")", "must begin with '/'")]
    [InlineData("KBN0042", "Conversion(ConversionStrategy.Webhook, CaBundle = \"?\")", "base64")]
    [InlineData("KBN0029", "ObjectName(Pattern = \"^(?!a)\")", "no lookahead")]
    [InlineData("KBN0025", "ObjectName(MinLength = 5, MaxLength = 2)", "minimum length 5")]
    public void A_mistake_around_the_schema_is_underlined(string id, string attribute, string message)
    {
        var result = GeneratorTest.Run(
            $"[CustomResource(\"a.example.com\", \"v1\"), {attribute}] public partial class Widget : CustomResource<Spec, Status>; {Classes}",
            new ExpectedDiagnostic(id, attribute, message));
        Assert.Empty(result.Manifests);
    }

    [Theory]
    [InlineData("DefinitionLabel(\"app.kubernetes.io/part-of\", \"widgets\"), DefinitionLabel(\"empty\", \"\"), DefinitionAnnotation(\"Any/Key\", \"any text\")")]
    [InlineData("SelectableField(\".spec.color\"), SelectableField(\".spec.inner.selector\"), SelectableField(\".status.replicas\")")]
    [InlineData("ScaleSubresource(\".spec.replicas\", \".status.replicas\", SelectorPath = \".spec.inner.selector\")")]
    [InlineData("Conversion(ConversionStrategy.None)")]
    [InlineData("Conversion(ConversionStrategy.Webhook)")]
    [InlineData("Conversion(ConversionStrategy.Webhook, Url = \"https://example.com/convert\", ReviewVersions = [\"v2\", \"v1\"])")]
    [InlineData("ObjectName(Pattern = \"^[a-z]\", MaxLength = 20)")]
    public void What_is_right_is_left_alone(string attributes) => GeneratorTest.Run(
        $"[CustomResource(\"a.example.com\", \"v1\"), {attributes}] public partial class Widget : CustomResource<Spec, Status>; {Classes}");

    [Fact]
    public void A_definition_has_at_most_eight_selectable_fields()
    {
        var fields = Enumerable.Range(0, 9).Select(i => $"f{i}").ToList();
        GeneratorTest.Run(
            $$"""
            [CustomResource("a.example.com", "v1")]
            {{string.Concat(fields.Select(field => $"[SelectableField(\".spec.{field}\")]"))}}
            public partial class Widget : CustomResource<Spec>;
            public class Spec { {{string.Concat(fields.Select(field => $"public string? {field} {{ get; set; }}"))}} }
            """,
            new ExpectedDiagnostic("KBN0034", "SelectableField(\".spec.f8\")", "may have 8"));
    }

    [Theory]
    [InlineData("\"widgets.k8s.io\", \"v1\"", "belong to the Kubernetes project")]
    [InlineData("\"a.example.com\", \"v1\", Kind = \"K12345678901234567890123456789012345678901234567890123456789\", Plural = \"ks\"", "set ListKind")]
    public void Names_that_are_made_of_others_are_checked(string arguments, string message) => GeneratorTest.Run(
        $"[CustomResource({arguments})] public partial class Widget : CustomResource<Spec, Status>; {Classes}",
        new ExpectedDiagnostic("KBN0006", $"CustomResource({arguments})", message));

    [Fact]
    public void An_approval_on_one_version_is_enough() => GeneratorTest.Run(
        $"""
        [CustomResource("a.k8s.io", "v1", Kind = "Widget"), DefinitionAnnotation("api-approved.kubernetes.io", "unapproved, for a test")]
        public partial class One : CustomResource<Spec, Status>;
        [CustomResource("a.k8s.io", "v2", Kind = "Widget")] public partial class Two : CustomResource<Spec, Status>;
        {Classes}
        """);

    [Fact]
    public void The_name_of_a_definition_has_a_limit()
    {
        var group = string.Join(".", Enumerable.Repeat(new string('g', 60), 4)) + ".io";
        var arguments = $"\"{group}\", \"v1\"";
        GeneratorTest.Run(
            $"[CustomResource({arguments})] public partial class Widget : CustomResource<Spec, Status>; {Classes}",
            new ExpectedDiagnostic("KBN0006", $"CustomResource({arguments})", "and 253 are allowed"));
    }
}
