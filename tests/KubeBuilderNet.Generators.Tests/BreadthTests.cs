using KubeBuilderNet.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Tests;

/// <summary>One definition with all that is hard to carry: its snapshot is applied to real API servers by the integration tests.</summary>
public sealed class BreadthTests
{
    [Fact]
    public void Names_defaults_and_words_that_YAML_mistakes_survive()
    {
        var result = GeneratorTest.Run("""
            namespace Breadth;

            /// <summary>Everything: # at "once",	with a tab, 'quotes', 🎉 and
            /// two lines.
            ///
            /// - and a paragraph</summary>
            [CustomResource("breadth.example.com", "v1", Plural = "everythings", Scope = ResourceScope.Cluster)]
            [PrintColumn("Age", ".metadata.creationTimestamp", Type = "date")]
            public sealed partial class Everything : CustomResource<EverythingSpec, EverythingStatus>;

            public sealed record EverythingSpec
            {
                public string N { get; init; } = "1e3";
                public string Y { get; init; } = "yes";
                public string On { get; init; } = "0o7";
                public string Null { get; init; } = "null";
                public string Off { get; init; } = "2001-01-01";
                [JsonPropertyName("with space")] public string? Space { get; init; }
                [JsonPropertyName("quo\"te")] public string? Quote { get; init; }
                public string Backslash { get; init; } = "a\\b\"c\"\"\"\n\t\u0085\u2028🎉";
                public bool Flag { get; init; } = true;
                public byte Small { get; init; }
                public ulong Large { get; init; }
                public double Real { get; init; } = -1.5e-3;
                public DateTime? When { get; init; }
                public DateOnly? Day { get; init; }
                public TimeSpan Every { get; init; } = TimeSpan.FromHours(36);
                public Guid? Id { get; init; }
                public Uri? Link { get; init; }
                public byte[]? Data { get; init; }
                public ResourceQuantity? Memory { get; init; }
                public IntOrString? Port { get; init; }
                public JsonElement? Any { get; init; }
                public JsonObject? Object { get; init; }
                public Dictionary<DayOfWeek, List<int>>? Days { get; init; }
                [Length(1, 3)] public required IReadOnlyList<Step> Steps { get; init; }
                public V1LabelSelector? Selector { get; init; }
                public V1ResourceRequirements? Resources { get; init; }
            }

            /// <summary>A step.</summary>
            /// <param name="Name">Its name.</param>
            public sealed record Step([property: RegularExpression("[a-z]+")] string Name, Phase Phase = Phase.Running);

            public enum Phase { Pending, Running, [JsonStringEnumMemberName("on")] On }

            public sealed class EverythingStatus
            {
                public IList<V1Condition> Conditions { get; set; } = [];
                public Phase Phase { get; set; }
            }
            """);
        Snapshot.Match(TestJson.Indent(result.Manifests.Values.Single()), "json");
    }

    [Fact]
    public void A_spec_in_a_referenced_assembly_keeps_its_attributes()
    {
        var library = new GeneratorTest("""
            namespace Library;
            public class Spec
            {
                [Range(1, 5)] public int Count { get; set; } = 3;
                public required string Name { get; set; }
                public string Other { get; set; } = "x";
                [JsonPropertyName("URL")] public string? Address { get; set; }
            }
            """).Compile().WithAssemblyName("Library");
        var result = new GeneratorTest("""[CustomResource("a.example.com", "v1")] public partial class Widget : CustomResource<Library.Spec>;""")
        {
            Libraries = [MetadataReference.CreateFromImage(Image(library))],
        }.Run();
        Assert.Equal("""{"format":"int32","maximum":5,"minimum":1,"type":"integer"}""", result.Property("count").GetRawText());
        Assert.Equal("""["name"]""", result.Property().GetProperty("required").GetRawText());
        Assert.Equal("""{"type":"string"}""", result.Property("URL").GetRawText());
    }

    private static byte[] Image(Compilation compilation)
    {
        using var stream = new MemoryStream();
        Assert.True(compilation.Emit(stream, cancellationToken: TestContext.Current.CancellationToken).Success);
        return stream.ToArray();
    }
}
