using KubeBuilderNet.Generators.Tests.Infrastructure;

namespace KubeBuilderNet.Generators.Tests;

public sealed class CustomResourceTests
{
    private const string HttpClient = """
        namespace Example.Api.V1Beta1;

        /// <summary>HTTPClient calls a URL and reports what it answered.</summary>
        [CustomResource("apps.baihl.io", "v1beta1", Kind = "HTTPClient", ShortNames = ["hc"], Categories = ["all"])]
        [PrintColumn("URL", ".spec.url")]
        [PrintColumn("Ready", ".status.readyReplicas", Type = "integer", Priority = 1, Description = "How many answer.")]
        [PrintColumn("Available", ".status.conditions[?(@.type==\"Available\")].status")]
        public sealed partial class HttpClient : CustomResource<HttpClientSpec, HttpClientStatus>;

        /// <summary>What to call, and how often.</summary>
        public sealed class HttpClientSpec
        {
            /// <summary>Where the request goes.</summary>
            [Pattern("^https?://")]
            public required string Url { get; set; }

            /// <summary>How the request is made.</summary>
            public Verb Method { get; set; } = Verb.Get;

            public Dictionary<string, string> Headers { get; set; } = [];

            /// <summary>The time between two requests.</summary>
            public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(90);

            [Range(1, 10)]
            public int Replicas { get; set; } = 1;

            public ResourceQuantity? Memory { get; set; }

            public IntOrString? Port { get; set; }
        }

        /// <summary>A verb of HTTP.</summary>
        public enum Verb
        {
            [JsonStringEnumMemberName("GET")] Get,
            [JsonStringEnumMemberName("POST")] Post,
        }

        public sealed class HttpClientStatus
        {
            public long? ObservedGeneration { get; set; }
            public int ReadyReplicas { get; set; }
            public IList<V1Condition> Conditions { get; set; } = [];
        }
        """;

    [Fact]
    public void A_whole_resource_becomes_a_definition_and_its_kind()
    {
        var result = GeneratorTest.Run(HttpClient);
        Assert.Equal(["crd/bases/apps.baihl.io_httpclients.yaml"], result.Manifests.Keys);
        Snapshot.Match(TestJson.Indent(result.Manifests.Values.Single()), "json", "Crd");
        Snapshot.Match(result.Sources["Example.Api.V1Beta1.HttpClient.CustomResource.g.cs"], "cs", "Class");
    }

    [Fact]
    public void Design_time_builds_write_no_manifest_and_still_check()
    {
        Assert.Empty(new GeneratorTest(HttpClient) { BuildProperties = { ["DesignTimeBuild"] = "true" } }.Run().Manifests);
        new GeneratorTest(HttpClient.Replace("TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(90)", "Action? Interval { get; set; }"))
        {
            BuildProperties = { ["DesignTimeBuild"] = "true" },
        }.Run(new ExpectedDiagnostic("KBN0003", "Interval", "'HttpClientSpec.Interval' has the type 'Action'"));
    }

    [Fact]
    public void A_resource_without_status_has_no_subresource()
    {
        var version = GeneratorTest.Run(TestSource.Spec("public string? A { get; set; }")).Crd.GetProperty("spec").GetProperty("versions")[0];
        Assert.False(version.TryGetProperty("subresources", out _));
        Assert.False(version.GetProperty("schema").GetProperty("openAPIV3Schema").GetProperty("properties").TryGetProperty("status", out _));
    }

    [Theory]
    [InlineData("public required string A { get; set; }", true)]
    [InlineData("public string? A { get; set; }", false)]
    [InlineData("public string A { get; set; } = \"x\";", false)]
    public void The_spec_is_required_when_a_member_of_it_is(string member, bool required) =>
        Assert.Equal(required, GeneratorTest.Run(TestSource.Spec(member)).Schema.TryGetProperty("required", out _));

    [Fact]
    public void Versions_of_a_kind_share_one_definition_with_the_newest_stable_first()
    {
        var result = GeneratorTest.Run("""
            namespace A { [CustomResource("a.example.com", "v1beta1", Kind = "Widget")] public partial class WidgetBeta : CustomResource<Spec>; public class Spec { public string? Old { get; set; } } }
            namespace B { [CustomResource("a.example.com", "v1", Kind = "Widget")] public partial class Widget : CustomResource<Spec>; public class Spec { public string? New { get; set; } } }
            namespace C { [CustomResource("a.example.com", "v10alpha1", Kind = "Widget")] public partial class Widget : CustomResource<Spec>; public class Spec { } }
            """);
        var versions = result.Crd.GetProperty("spec").GetProperty("versions").EnumerateArray().ToList();
        Assert.Equal(["v1", "v1beta1", "v10alpha1"], versions.Select(version => version.GetProperty("name").GetString()));
        Assert.Equal([true, false, false], versions.Select(version => version.GetProperty("storage").GetBoolean()));
    }

    [Fact]
    public void Nested_and_generic_classes_get_their_half_in_place()
    {
        var result = GeneratorTest.Run("""
            namespace N;
            public partial class Outer<T> where T : class
            {
                public partial record Inner
                {
                    [CustomResource("a.example.com", "v1", Scope = ResourceScope.Cluster)]
                    public partial class Widget : CustomResource<Spec>;
                }
                public partial class Spec { public string? A { get; set; } }
            }
            """);
        var source = result.Sources["N.Outer{T}.Inner.Widget.CustomResource.g.cs"];
        Assert.Contains("    partial class Outer<T>\n    {\n        partial record Inner\n", source, StringComparison.Ordinal);
        Assert.Equal("Cluster", result.Crd.GetProperty("spec").GetProperty("scope").GetString());
    }

    [Fact]
    public void Instances_know_their_kind_at_run_time()
    {
        var result = GeneratorTest.Run(HttpClient);
        using var stream = new MemoryStream();
        Assert.True(result.Compilation.Emit(stream, cancellationToken: TestContext.Current.CancellationToken).Success);
        var type = System.Reflection.Assembly.Load(stream.ToArray()).GetType("Example.Api.V1Beta1.HttpClient")!;
        var resource = (CustomResource)Activator.CreateInstance(type)!;
        Assert.Equal(("apps.baihl.io/v1beta1", "HTTPClient"), (resource.ApiVersion, resource.Kind));
        Assert.Equal("httpclients", ResourceDefinition.Of(type).Plural);
    }
}
