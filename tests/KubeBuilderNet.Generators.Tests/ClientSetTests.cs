using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Tests;

public sealed class ClientSetTests
{
    private const string Spec = "public sealed class Spec { public int A { get; set; } }";

    [Fact]
    public void A_set_and_its_listers_read_well()
    {
        const string source = """
            namespace Demo;
            /// <summary>A tab.</summary>
            [CustomResource("apps.example.com", "v1beta1")] public sealed partial class CronTab : CustomResource<Spec>;
            /// <summary>A proxy.</summary>
            [CustomResource("apps.example.com", "v1beta1", Scope = ResourceScope.Cluster)] public sealed partial class HTTPProxy : CustomResource<Spec>;
            [CustomResource("apps.example.com", "v1beta1")] internal sealed partial class Secretive : CustomResource<Spec>;
            /// <summary>What is wanted.</summary>
            public sealed class Spec;
            """;
        var sources = new GeneratorTest(source) { DocumentationMode = DocumentationMode.Diagnose }.Run().Sources;
        Snapshot.Match(sources["Demo.AppsV1beta1Client.g.cs"], "cs", "clients");
        Snapshot.Match(sources["Demo.AppsV1beta1Listers.g.cs"], "cs", "listers");
    }

    [Theory]
    [InlineData("CronTab", "", "CronTabs")]
    [InlineData("HTTPClient", "", "HTTPClients")]
    [InlineData("HttpClient", ", Kind = \"HTTPClient\"", "HttpClients")]
    [InlineData("CronTabV1", ", Kind = \"CronTab\"", "CronTabs")]
    [InlineData("NetworkPolicy", "", "NetworkPolicies")]
    [InlineData("Mouse", "", "Mice")]
    [InlineData("Widget", ", Plural = \"gadgets\"", "Gadgets")]
    [InlineData("DBInstance", ", Plural = \"db-instances\"", "DB_instances")]
    [InlineData("widget", "", "Widgets")]
    [InlineData("Equal", "", "Equals")]
    public void A_kind_is_called_by_its_plural_spelled_as_its_class(string type, string names, string property) => Assert.Equal(
        [$"{type} {property}"],
        Properties($"[CustomResource(\"demo.io\", \"v1\"{names})] public sealed partial class @{type} : CustomResource<Spec>; {Spec}"));

    [Theory]
    [InlineData("apps.example.com", "v1", "AppsV1Client")]
    [InlineData("cert-manager.io", "v1alpha2", "CertManagerV1alpha2Client")]
    [InlineData("3scale.net", "v1", "_3scaleV1Client")]
    [InlineData("demo.io", "v1-beta", "DemoV1BetaClient")]
    public void A_set_is_called_by_the_first_label_of_its_group(string group, string version, string name) =>
        Assert.Contains(name, Classes($"[CustomResource(\"{group}\", \"{version}\")] public sealed partial class Widget : CustomResource<Spec>; {Spec}"));

    [Fact]
    public void Groups_that_share_their_first_label_are_called_by_all_of_it() => Assert.Equal(
        ["AppsExampleComV1Client", "AppsExampleComV1Listers", "AppsExampleOrgV1Client", "AppsExampleOrgV1Listers", "AppsV2Client", "AppsV2Listers"],
        Classes($$"""
            [CustomResource("apps.example.com", "v1")] public sealed partial class One : CustomResource<Spec>;
            [CustomResource("apps.example.org", "v1")] public sealed partial class Two : CustomResource<Spec>;
            [CustomResource("apps.example.org", "v2")] public sealed partial class Three : CustomResource<Spec>;
            {{Spec}}
            """));

    [Theory]
    [InlineData("public class AppsV1Client;")]
    [InlineData("public interface AppsV1Listers;")]
    [InlineData("[CustomResource(\"other.io\", \"v1\")] public sealed partial class AppsV1Client : CustomResource<Spec>;")]
    // No member may be called as its class.
    [InlineData("namespace Sub { [CustomResource(\"apps.io\", \"v1\", Plural = \"appsv1client\")] public sealed partial class AppsV1Client : CustomResource<Spec>; }")]
    public void A_name_that_is_taken_is_left_to_who_has_it(string other) =>
        Assert.Contains("AppsIoV1Client", Classes($"[CustomResource(\"apps.io\", \"v1\")] public sealed partial class Widget : CustomResource<Spec>; {other} {Spec}"));

    [Fact]
    public void A_name_that_a_referenced_assembly_has_is_taken_when_it_is_seen()
    {
        var library = new GeneratorTest("namespace Demo; public class AppsV1Client; internal class OtherV1Client;").Compile();
        var result = new GeneratorTest($$"""
            namespace Demo;
            [CustomResource("apps.io", "v1")] public sealed partial class Widget : CustomResource<Spec>;
            [CustomResource("other.io", "v1")] public sealed partial class Gadget : CustomResource<Spec>;
            {{Spec}}
            """)
        { Libraries = [library.ToMetadataReference()] }.Run();
        Assert.Equal(["AppsIoV1Client", "AppsIoV1Listers", "OtherV1Client", "OtherV1Listers"], Classes(result));
    }

    [Fact]
    public void A_set_without_a_free_name_is_left_out_with_a_warning() => GeneratorTest.Run(
        $$"""
        namespace Demo;
        [CustomResource("apps.io", "v1")] public sealed partial class Widget : CustomResource<Spec>;
        {{Spec}} public class AppsV1Client; public class AppsIoV1Client;
        """,
        new ExpectedDiagnostic("KBN0018", "CustomResource(\"apps.io\", \"v1\")", "apps.io/v1 gets no client set and no listers: 'AppsV1Client' and 'AppsIoV1Client', or the same ending in Listers, are taken in the namespace Demo"));

    [Fact]
    public void A_partial_class_adds_to_a_set() => GeneratorTest.Run($$"""
        namespace Demo;
        [CustomResource("apps.io", "v1")] public sealed partial class Widget : CustomResource<Spec>;
        {{Spec}}
        partial class AppsV1Client { public System.Threading.Tasks.Task<Widget> First() => Widgets.GetAsync(new("first")); }
        """);

    [Theory]
    [InlineData("Demo.Api.V1", "Demo.Api.V1", "Demo.Api.V1")]
    [InlineData("Demo.Api.V1", "Demo.Api.Other", "Demo.Api")]
    [InlineData("Demo.Api", "Demo.Api.Other", "Demo.Api")]
    [InlineData("Second", "First", "First")]
    [InlineData("Demo.@event", "Demo.@event.Sub", "Demo.@event")]
    public void A_set_lies_in_what_the_namespaces_of_its_kinds_have_in_common(string one, string other, string common)
    {
        var result = GeneratorTest.Run($$"""
            namespace {{one}} { [CustomResource("apps.io", "v1")] public sealed partial class Widget : CustomResource<Specs.Spec>; }
            namespace {{other}} { [CustomResource("apps.io", "v1")] public sealed partial class Gadget : CustomResource<Specs.Spec>; }
            namespace Specs { {{Spec}} }
            """);
        Assert.Contains($"namespace {common};\n", result.Sources[common.Replace("@", "", StringComparison.Ordinal) + ".AppsV1Client.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Kinds_that_cannot_be_named_are_left_out_and_nested_and_obsolete_ones_are_not() => Assert.Equal(
        ["Outer.Nested Nesteds", "Old Olds"],
        Properties($$"""
            public sealed partial class Outer
            {
                [CustomResource("demo.io", "v1")] public sealed partial class Nested : CustomResource<Spec>;
                [CustomResource("demo.io", "v1")] private sealed partial class Hidden : CustomResource<Spec>;
            }
            [CustomResource("demo.io", "v1")] public sealed partial class Generic<T> : CustomResource<Spec>;
            [Obsolete, CustomResource("demo.io", "v1")] public sealed partial class Old : CustomResource<Spec>;
            {{Spec}}
            """));

    [Fact]
    public void A_set_of_internal_kinds_is_internal() => Assert.Contains("internal sealed partial class AppsV1Client(", GeneratorTest.Run(
        $"[CustomResource(\"apps.io\", \"v1\")] internal sealed partial class Widget : CustomResource<Spec>; {Spec}").Sources["AppsV1Client.g.cs"], StringComparison.Ordinal);

    [Theory]
    [InlineData("KubeBuilderNet.Runtime", new[] { "AppsV1Client" })]
    [InlineData("KubeBuilderNet.Client", new string[0])]
    public void What_a_project_does_not_refer_to_is_not_written(string assembly, string[] classes)
    {
        // Without the client, the runtime can't be used either.
        var test = new GeneratorTest($"[CustomResource(\"apps.io\", \"v1\")] public sealed partial class Widget : CustomResource<Spec>; {Spec}") { WithoutReference = assembly };
        Assert.Equal(classes, Classes(test.Run()).Where(name => assembly == "KubeBuilderNet.Runtime" || name.EndsWith("Client", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_project_can_do_without() => Assert.Empty(Classes(
        new GeneratorTest($"[CustomResource(\"apps.io\", \"v1\")] public sealed partial class Widget : CustomResource<Spec>; {Spec}")
        {
            BuildProperties = { ["KubeBuilderGenerateClients"] = "false" },
        }.Run()));

    [Theory]
    [InlineData("int A", "string? B { get; set; } public int A", false)]
    [InlineData("[Custom", "/// <summary>Words.</summary>\n[ShortName, Custom", false)]
    [InlineData("\"v1\"", "\"v1\", Scope = ResourceScope.Cluster", true)]
    public void An_edit_writes_sets_anew_only_when_they_change(string from, string to, bool changes)
    {
        var source = $"sealed class ShortNameAttribute : Attribute; [CustomResource(\"apps.io\", \"v1\")] public sealed partial class Widget : CustomResource<Spec>; {Spec}";
        var test = new GeneratorTest(source);
        var driver = test.CreateDriver().RunGenerators(test.Compile(), TestContext.Current.CancellationToken);
        driver = driver.RunGenerators(new GeneratorTest(source.Replace(from, to, StringComparison.Ordinal)).Compile(), TestContext.Current.CancellationToken);
        foreach (var step in (string[])[TrackingNames.ClientKinds, TrackingNames.ClientSets])
        {
            Assert.All(Incrementality.Reasons(driver, step), reason =>
                Assert.Equal(changes, reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged)));
        }
    }

    private static IEnumerable<string> Classes(string source) => Classes(GeneratorTest.Run(source));

    private static IEnumerable<string> Classes(GeneratorResult result) => result.Sources.Keys
        .Select(file => file.Split('.')[^3])
        .Where(name => name.EndsWith("Client", StringComparison.Ordinal) || name.EndsWith("Listers", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Properties(string source)
    {
        var client = GeneratorTest.Run(source).Compilation.GetTypeByMetadataName("DemoV1Client")!;
        return client.GetMembers().OfType<IPropertySymbol>().Select(property => $"{((INamedTypeSymbol)property.Type).TypeArguments[0]} {property.Name}");
    }
}
