using KubeBuilderNet.Generators.Diagnostics;
using KubeBuilderNet.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Tests;

public sealed class DiagnosticTests
{
    private const string Spec = "public class Spec { public string? A { get; set; } }";

    [Fact]
    public void A_class_and_those_around_it_must_be_partial() => GeneratorTest.Run(
        $$"""public class Outer { [CustomResource("a.example.com", "v1")] public class Widget : CustomResource<Spec>; } {{Spec}}""",
        new ExpectedDiagnostic("KBN0001", "Widget", "'Widget' must be partial"),
        new ExpectedDiagnostic("KBN0001", "Outer", "'Outer' must be partial"));

    [Fact]
    public void A_resource_must_derive_from_CustomResource() => GeneratorTest.Run(
        """[CustomResource("a.example.com", "v1")] public partial class Widget { }""",
        new ExpectedDiagnostic("KBN0002", "CustomResource(\"a.example.com\", \"v1\")", "must derive from CustomResource<TSpec"));

    [Fact]
    public void One_version_is_stored()
    {
        var result = GeneratorTest.Run(
            $$"""
            [CustomResource("a.example.com", "v1", Kind = "Widget"), StorageVersion] public partial class One : CustomResource<Spec>;
            [CustomResource("a.example.com", "v2", Kind = "Widget"), StorageVersion] public partial class Two : CustomResource<Spec>;
            {{Spec}}
            """,
            new ExpectedDiagnostic("KBN0014", "CustomResource(\"a.example.com\", \"v2\", Kind = \"Widget\")", "'One' and 'Two' are both [StorageVersion]"));
        Assert.Empty(result.Manifests);
    }

    [Theory]
    [InlineData("UnservedVersion")]
    [InlineData("SkipVersion")]
    public void A_version_is_served(string attribute)
    {
        var result = GeneratorTest.Run(
            $$"""[CustomResource("a.example.com", "v1"), {{attribute}}] public partial class Widget : CustomResource<Spec>; {{Spec}}""",
            new ExpectedDiagnostic("KBN0015", "CustomResource(\"a.example.com\", \"v1\")", "'Widget': no version of Kind=Widget is served"));
        Assert.Empty(result.Manifests);
    }

    [Theory]
    [InlineData("Action", "'Action'")]
    [InlineData("int[,]", "several dimensions")]
    [InlineData("Dictionary<V1ObjectMeta, string>", "keys of a dictionary")]
    [InlineData("System.Collections.Frozen.FrozenDictionary<string, string>", "can't read it")]
    [InlineData("System.Collections.Frozen.FrozenSet<string>", "can't read it")]
    [InlineData("System.Collections.ObjectModel.ReadOnlyCollection<string>", "can't read it")]
    [InlineData("System.Collections.ObjectModel.ReadOnlyDictionary<string, string>", "can't read it")]
    [InlineData("IReadOnlySet<string>", "can't read it")]
    [InlineData("nint", "'nint'")]
    [InlineData("Half", "'Half'")]
    [InlineData("Int128", "'Int128'")]
    [InlineData("System.IO.Stream", "'Stream'")]
    [InlineData("IComparable", "'IComparable'")]
    [InlineData("Shape", "abstract class")]
    [InlineData("List<Action>", "'Action'")]
    [InlineData("(int A, int B)", "has no schema")]
    [InlineData("Options", "flags")]
    public void A_type_without_schema_is_reported_at_its_property(string type, string message) => GeneratorTest.Run(
        TestSource.Spec($"public {type}? Value {{ get; set; }}", "public abstract class Shape { } [Flags] public enum Options { None, A, B }"),
        new ExpectedDiagnostic("KBN0003", "Value", message));

    [Fact]
    public void What_is_wrong_with_a_class_of_two_resources_is_reported_once() => GeneratorTest.Run(
        """
        [CustomResource("a.example.com", "v1")] public partial class One : CustomResource<Shared>;
        [CustomResource("a.example.com", "v1")] public partial class Two : CustomResource<Shared>;
        public class Shared { public Action? Value { get; set; } [Pattern("a")] public Limited? A { get; set; } public Limited? B { get; set; } }
        [MinItems(1)] public class Limited { public string? C { get; set; } }
        """,
        new ExpectedDiagnostic("KBN0003", "Value", "'Action'"),
        new ExpectedDiagnostic("KBN0007", "Pattern(\"a\")", "strings only"),
        new ExpectedDiagnostic("KBN0007", "MinItems(1)", "lists only"));

    [Fact]
    public void A_type_that_contains_itself_is_reported_where_the_cycle_closes() => GeneratorTest.Run(
        TestSource.Spec("public Node? Root { get; set; }", "public class Node { public List<Edge>? Edges { get; set; } } public class Edge { public Node? To { get; set; } }"),
        new ExpectedDiagnostic("KBN0004", "To", "'Edge.To' closes the cycle Node -> Edge -> Node"));

    [Fact]
    public void A_type_used_twice_is_no_cycle() =>
        GeneratorTest.Run(TestSource.Spec("public Inner? A { get; set; } public Inner? B { get; set; }", "public class Inner { public string? C { get; set; } }"));

    [Fact]
    public void A_kind_may_be_declared_once()
    {
        var result = GeneratorTest.Run(
            $$"""
            namespace A { [CustomResource("a.example.com", "v1")] public partial class Widget : CustomResource<Spec>; }
            namespace B { [CustomResource("a.example.com", "v1")] public partial class Widget : CustomResource<Spec>; }
            {{Spec}}
            """,
            new ExpectedDiagnostic("KBN0005", "CustomResource(\"a.example.com\", \"v1\")", "'A.Widget' and 'B.Widget' are both a.example.com/v1, Kind=Widget"));
        Assert.Empty(result.Manifests);
    }

    [Theory]
    [InlineData("\"example\", \"v1\"", "The group 'example'")]
    [InlineData("\"Apps.example.com\", \"v1\"", "The group 'Apps.example.com'")]
    [InlineData("\"a.example.com\", \"V1\"", "The version 'V1'")]
    [InlineData("\"a.example.com\", \"v1\", Kind = \"My_Kind\", Plural = \"x\", Singular = \"x\"", "The kind 'My_Kind'")]
    [InlineData("\"a.example.com\", \"v1\", Plural = \"Widgets\"", "The plural 'Widgets'")]
    [InlineData("\"a.example.com\", \"v1\", Singular = \"a b\"", "The singular 'a b'")]
    [InlineData("\"a.example.com\", \"v1\", ShortNames = [\"W\"]", "The short name 'W'")]
    [InlineData("\"a.example.com\", \"v1\", Categories = [\"\"]", "The category ''")]
    public void Names_must_be_those_that_Kubernetes_takes(string arguments, string message) => GeneratorTest.Run(
        $$"""[CustomResource({{arguments}})] public partial class Widget : CustomResource<Spec>; {{Spec}}""",
        new ExpectedDiagnostic("KBN0006", $"CustomResource({arguments})", message));

    [Fact]
    public void Two_kinds_may_not_share_a_plural() => GeneratorTest.Run(
        $$"""
        [CustomResource("a.example.com", "v1")] public partial class Widget : CustomResource<Spec>;
        [CustomResource("a.example.com", "v1", Plural = "widgets")] public partial class Gadget : CustomResource<Spec>;
        {{Spec}}
        """,
        new ExpectedDiagnostic("KBN0006", "CustomResource(\"a.example.com\", \"v1\", Plural = \"widgets\")", "'Widget' has it already"));

    [Theory]
    [InlineData("\"A\", \"spec.a\"", "must begin with a dot")]
    [InlineData("\"A\", \".spec.a\", Type = \"text\"", "its type 'text'")]
    [InlineData("\"A\", \".spec.a\", Format = \"text\"", "its format 'text'")]
    public void A_column_must_be_one_that_servers_accept(string arguments, string message) => GeneratorTest.Run(
        $$"""[CustomResource("a.example.com", "v1"), PrintColumn({{arguments}})] public partial class Widget : CustomResource<Spec>; {{Spec}}""",
        new ExpectedDiagnostic("KBN0008", $"PrintColumn({arguments})", message));

    [Theory]
    [InlineData(".metadata.creationTimestamp")]
    [InlineData(".metadata.labels['app']")]
    [InlineData(".spec.a")]
    public void Columns_may_show_what_every_object_has(string path) => GeneratorTest.Run(
        $$"""
        [CustomResource("a.example.com", "v1"), PrintColumn("A", "{{path}}")] public partial class Widget : CustomResource<Spec>;
        [CustomResource("a.example.com", "v1"), PrintColumn("A", "{{path}}"), ObjectName(MaxLength = 9)] public partial class Named : CustomResource<Spec>;
        [CustomResource("a.example.com", "v1"), PrintColumn("A", "{{path}}"), TypeMeta(Omit = ["metadata"])] public partial class Bare : CustomResource<Spec>;
        {{Spec}}
        """);

    [Fact]
    public void Two_properties_may_not_have_one_name() => GeneratorTest.Run(
        TestSource.Spec("public string? Url { get; set; } [JsonPropertyName(\"url\")] public string? Address { get; set; }"),
        new ExpectedDiagnostic("KBN0009", "Address", "are both 'url' in JSON"));

    [Fact]
    public void Versions_must_agree_on_what_they_share() => GeneratorTest.Run(
        $$"""
        namespace A { [CustomResource("a.example.com", "v1")] public partial class Widget : CustomResource<Spec>; }
        namespace B { [CustomResource("a.example.com", "v2", ShortNames = ["w"])] public partial class Widget : CustomResource<Spec>; }
        {{Spec}}
        """,
        new ExpectedDiagnostic("KBN0010", "CustomResource(\"a.example.com\", \"v2\", ShortNames = [\"w\"])", "differ in their short names"));

    [Fact]
    public void Every_diagnostic_has_its_page_its_row_and_its_place_in_the_index()
    {
        var pages = Checkout.PathOf("docs", "diagnostics");
        var index = File.ReadAllText(Path.Combine(pages, "README.md"));
        var releases = File.ReadAllText(Checkout.PathOf("generators", "KubeBuilderNet.Generators", "AnalyzerReleases.Unshipped.md"));
        var descriptors = typeof(DiagnosticDescriptors).GetFields().Select(field => field.GetValue(null)).OfType<DiagnosticDescriptor>().ToList();
        Assert.NotEmpty(descriptors);
        foreach (var descriptor in descriptors)
        {
            Assert.EndsWith($"/docs/diagnostics/{descriptor.Id}.md", descriptor.HelpLinkUri, StringComparison.Ordinal);
            Assert.StartsWith($"# {descriptor.Id}: {descriptor.Title}\n", File.ReadAllText(Path.Combine(pages, descriptor.Id + ".md")), StringComparison.Ordinal);
            Assert.Contains($"| [{descriptor.Id}]({descriptor.Id}.md) | {descriptor.Title} |", index, StringComparison.Ordinal);
            Assert.Contains($"{descriptor.Id} | KubeBuilderNet | {descriptor.DefaultSeverity} | {descriptor.Title}\n", releases, StringComparison.Ordinal);
        }
        Assert.Equal(descriptors.Count, Directory.GetFiles(pages, "KBN0*.md").Length);
    }
}
