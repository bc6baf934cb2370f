using System.Reflection;
using KubeBuilderNet.Generators.Tests.Infrastructure;

namespace KubeBuilderNet.Generators.Tests;

public sealed class ApplyConfigurationTests
{
    private const string Widget = """
        namespace Demo;

        /// <summary>A widget.</summary>
        [CustomResource("demo.io", "v1"), GenerateApplyConfiguration]
        public sealed partial class Widget : CustomResource<WidgetSpec, WidgetStatus>;

        """;

    private const string Types = """
        public sealed class WidgetSpec
        {
            /// <summary>How many.</summary>
            public int Replicas { get; set; } = 1;
            public bool Paused { get; set; }
            public required string Url { get; set; }
            [JsonPropertyName("class")] public Colour Colour { get; set; }
            public TimeSpan? Interval { get; set; }
            public IList<string>? Hosts { get; set; }
            public V1ResourceRequirements? Resources { get; set; }
            [ListType(ListType.Map, "port", "protocol")] public List<Port>? Ports { get; set; }
            public Dictionary<string, Limit>? Limits { get; set; }
            public Limit Limit { get; set; }
            public Pair<Limit>? Both { get; set; }
            public JsonElement? Anything { get; set; }
            [JsonIgnore] public int Unsent { get; set; }
        }
        public sealed class Port { [JsonPropertyName("port")] public int Number { get; set; } public string Protocol { get; set; } = "TCP"; public string? Name { get; set; } }
        public struct Limit { public int Most { get; set; } public int? Least { get; set; } }
        public sealed class Pair<T> { public T? One { get; set; } public List<T>? Two { get; set; } }
        public sealed record WidgetStatus(IList<V1Condition>? Conditions, int Ready);
        public enum Colour { Red, [JsonStringEnumMemberName("dark-blue")] DarkBlue }
        """;

    [Fact]
    public void Nothing_is_sent_that_was_not_set() => Assert.Equal(
        """{"apiVersion":"demo.io/v1","kind":"Widget","metadata":{"name":"w","namespace":"n"}}""",
        Json("new WidgetApplyConfiguration(new(\"n\", \"w\"))"));

    [Fact]
    public void What_is_set_is_sent_also_where_it_is_zero_or_empty() => Assert.Equal(
        """{"apiVersion":"demo.io/v1","kind":"Widget","metadata":{"name":"w","labels":{"a":"b"}},"spec":{"replicas":0,"paused":false,"class":"dark-blue","hosts":[],"limits":{"x":{"most":0}},"limit":{},"both":{"two":[{"least":1}]}},"status":{"ready":0}}""",
        Json("""
            new WidgetApplyConfiguration(new("w"))
            {
                Labels = new Dictionary<string, string> { ["a"] = "b" },
                Spec = new()
                {
                    Replicas = 0, Paused = false, Colour = Colour.DarkBlue, Hosts = [], Limit = new(), Both = new() { Two = [new() { Least = 1 }] },
                    Limits = new Dictionary<string, LimitApplyConfiguration> { ["x"] = new() { Most = 0 } },
                },
                Status = new() { Ready = 0 },
            }
            """));

    [Fact]
    public void Items_with_keys_are_found_or_added() => Assert.Equal(
        """{"apiVersion":"demo.io/v1","kind":"Widget","metadata":{"name":"w"},"spec":{"ports":[{"port":80,"protocol":"TCP","name":"web"},{"port":80,"protocol":"UDP"}]}}""",
        Json("""
            ((Func<WidgetApplyConfiguration>)(() =>
            {
                var spec = new WidgetSpecApplyConfiguration();
                spec.PortsBy(80, "TCP").Name = "first";
                spec.PortsBy(80, "UDP");
                spec.PortsBy(80, "TCP").Name = "web";
                return new WidgetApplyConfiguration(new("w")) { Spec = spec };
            }))()
            """));

    [Fact]
    public void What_a_manager_owns_is_read_back() => Assert.Equal(
        """{"apiVersion":"demo.io/v1","kind":"Widget","metadata":{"name":"w","labels":{"mine":"1"}},"spec":{"replicas":3,"ports":[{"port":80,"protocol":"TCP","name":"web"}],"limits":{"x":{"most":1}}}}""",
        Json(""""
            WidgetApplyConfiguration.Extract(
                KubeBuilderNet.Client.Json.ObjectJson.Deserialize<Widget>(System.Text.Encoding.UTF8.GetBytes("""
                    {"metadata":{"name":"w","labels":{"mine":"1","yours":"2"},"managedFields":[
                      {"manager":"me","operation":"Apply","apiVersion":"demo.io/v1","fieldsV1":{"f:metadata":{"f:labels":{"f:mine":{}}},
                       "f:spec":{"f:replicas":{},"f:limits":{"f:x":{"f:most":{}}},"f:ports":{"k:{\"port\":80,\"protocol\":\"TCP\"}":{".":{},"f:name":{}}}}}},
                      {"manager":"you","operation":"Apply","apiVersion":"demo.io/v1","fieldsV1":{"f:spec":{"f:url":{},"f:ports":{"k:{\"port\":81,\"protocol\":\"TCP\"}":{".":{},"f:name":{}}}}}},
                      {"manager":"me","operation":"Apply","apiVersion":"demo.io/v1","subresource":"status","fieldsV1":{"f:status":{"f:ready":{}}}}]},
                     "spec":{"url":"x","replicas":3,"paused":true,"limits":{"x":{"most":1,"least":2}},
                       "ports":[{"port":81,"protocol":"TCP","name":"other"},{"port":80,"protocol":"TCP","name":"web"}]},"status":{"ready":1}}
                    """)), "me")
            """"));

    [Fact]
    public void A_configuration_reads_well()
    {
        var sources = GeneratorTest.Run(Widget + Types).Sources;
        foreach (var name in (string[])["Widget", "WidgetSpec"])
            Snapshot.Match(sources[$"Demo.{name}ApplyConfiguration.g.cs"], "cs", name);
    }

    [Fact]
    public void Only_kinds_have_one() => GeneratorTest.Run(
        "namespace Demo; [GenerateApplyConfiguration] public partial class Spec;",
        new ExpectedDiagnostic("KBN0017", "GenerateApplyConfiguration", "only a custom resource has one"));

    [Fact]
    public void It_needs_the_client() => new GeneratorTest(
        "[CustomResource(\"demo.io\", \"v1\"), GenerateApplyConfiguration] public partial class Widget : CustomResource<Spec>; public class Spec;")
    {
        WithoutReference = "KubeBuilderNet.Client",
    }.Run(new ExpectedDiagnostic("KBN0017", "GenerateApplyConfiguration", "KubeBuilderNet.Client"));

    [Fact]
    public void Kinds_of_one_spec_share_its_configuration_and_internal_classes_have_internal_ones()
    {
        var sources = GeneratorTest.Run("""
            namespace Demo;
            [CustomResource("demo.io", "v1"), GenerateApplyConfiguration] internal sealed partial class One : CustomResource<Spec>;
            [CustomResource("demo.io", "v1"), GenerateApplyConfiguration] public sealed partial class Two : CustomResource<Spec>;
            public sealed class Spec { public Inner? Inside { get; set; } public Spec.Inner? Labels { get; set; } public sealed class Inner { public string? WriteFields_ { get; set; } } }
            """).Sources.Where(source => source.Key.Contains("Apply", StringComparison.Ordinal)).ToDictionary();
        Assert.Equal(
            ["Demo.OneApplyConfiguration.g.cs", "Demo.SpecApplyConfiguration.g.cs", "Demo.SpecInnerApplyConfiguration.g.cs", "Demo.TwoApplyConfiguration.g.cs"],
            sources.Keys.Order(StringComparer.Ordinal));
        Assert.Contains("internal sealed partial class OneApplyConfiguration", sources["Demo.OneApplyConfiguration.g.cs"], StringComparison.Ordinal);
    }

    private static string Json(string expression)
    {
        var result = GeneratorTest.Run($$"""{{Widget}}{{Types}} public static class Sample { public static string Json() => ({{expression}}).ToJson().ToJsonString(); }""");
        using var image = new MemoryStream();
        var emitted = result.Compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        return (string)Assembly.Load(image.ToArray()).GetType("Demo.Sample")!.GetMethod("Json")!.Invoke(null, null)!;
    }
}
