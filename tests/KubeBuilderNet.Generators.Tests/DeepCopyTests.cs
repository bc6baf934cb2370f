using System.Reflection;
using System.Text.Json;
using KubeBuilderNet.Generators.Tests.Infrastructure;

namespace KubeBuilderNet.Generators.Tests;

public sealed class DeepCopyTests
{
    private const string Widget = """
        namespace Demo;
        [CustomResource("demo.io", "v1")]
        public sealed partial class Widget : CustomResource<WidgetSpec, WidgetStatus>;
        """;

    [Fact]
    public void Classes_whose_names_differ_in_case_only_are_copied_too()
    {
        var sources = GeneratorTest.Run("""
            namespace Shop
            {
                [CustomResource("a.example.com", "v1")] public partial class Widget : CustomResource<Spec>;
                [CustomResource("a.example.com", "v1", Kind = "Other")] public partial class WIDGET : CustomResource<SPEC>;
                public partial class Spec { public string[]? A { get; set; } }
                public partial class SPEC { public string[]? A { get; set; } }
            }
            """).Sources.Keys;
        Assert.Contains("Shop.SPEC.DeepCopy.g.cs", sources);
        Assert.Contains("Shop.Spec-2.DeepCopy.g.cs", sources);
    }

    [Fact]
    public void A_copy_equals_its_original_and_shares_nothing_changeable() => AssertCopied("""
        public sealed partial class WidgetSpec
        {
            public required string Name { get; set; }
            public int? Size { get; set; }
            public List<string>? Lines { get; set; }
            public IList<Part> Parts { get; set; } = new List<Part>();
            public IReadOnlyList<Part?>? Holes { get; set; }
            public IDictionary<string, string>? Labels { get; set; }
            public Dictionary<string, Part>? ByName { get; set; }
            public IReadOnlyDictionary<string, IList<Part>>? Groups { get; set; }
            public SortedDictionary<string, int>? Sorted { get; set; }
            public HashSet<string>? Tags { get; set; }
            public Part[]? Array { get; set; }
            public byte[]? Bytes { get; set; }
            public int[][]? Jagged { get; set; }
            public V1PodTemplateSpec? Template { get; set; }
            public JsonObject? Anything { get; set; }
            public Uri? Link { get; set; }
            public System.Collections.Immutable.ImmutableArray<Part> Fixed { get; set; } = [];
            public System.Collections.Immutable.ImmutableDictionary<string, Part>? FixedMap { get; set; }
            public Holder Held { get; set; }
            public Holder? MaybeHeld { get; set; }
        }
        public partial class Part { public string? A { get; set; } public List<int>? Numbers { get; set; } }
        public struct Holder { public List<int>? Items { get; set; } }
        public sealed record WidgetStatus(IList<V1Condition>? Conditions, Inner? Inner);
        public sealed record Inner { public List<string> Notes { get; init; } = []; }
        public static class Sample
        {
            private static Part Part(string a) => new() { A = a, Numbers = [1, 2] };
            public static Widget Make() => new()
            {
                Metadata = new V1ObjectMeta { Name = "w", Labels = new Dictionary<string, string> { ["a"] = "b" } },
                Spec = new WidgetSpec
                {
                    Name = "n", Size = 3, Lines = ["x"], Parts = [Part("1")], Holes = [null, Part("h")], Labels = new Dictionary<string, string> { ["k"] = "v" },
                    ByName = new() { ["p"] = Part("2") }, Groups = new Dictionary<string, IList<Part>> { ["g"] = [Part("3")] },
                    Sorted = new() { ["s"] = 1 }, Tags = ["t"], Array = [Part("4")], Bytes = [1, 2], Jagged = [[1], [2, 3]],
                    Template = new() { Spec = new() { Containers = [new() { Name = "c", Resources = new() { Limits = new Dictionary<string, ResourceQuantity> { ["cpu"] = new("1") } } }] } },
                    Anything = new JsonObject { ["deep"] = new JsonArray(1, 2) }, Link = new Uri("http://x"), Fixed = [Part("5")],
                    FixedMap = System.Collections.Immutable.ImmutableDictionary<string, Part>.Empty.Add("f", Part("6")),
                    Held = new Holder { Items = [1] }, MaybeHeld = new Holder { Items = [2] },
                },
                Status = new WidgetStatus([new V1Condition { Type = "Ready" }], new Inner { Notes = ["n"] }),
            };
        }
        """);

    [Fact]
    public void Null_members_stay_null() => AssertCopied("""
        public sealed partial class WidgetSpec { public List<string>? Lines { get; set; } public V1PodSpec? Pod { get; set; } public JsonNode? Any { get; set; } }
        public sealed partial class WidgetStatus { public Dictionary<string, byte[]>? None { get; set; } [JsonIgnore] public int X { get; set; } }
        public static class Sample { public static Widget Make() => new() { Spec = null! }; }
        """);

    [Fact]
    public void A_class_that_is_not_partial_is_copied_by_an_extension() => AssertCopied("""
        public sealed class WidgetSpec { public required string Name { get; set; } public List<Part> Parts { get; init; } = []; }
        public sealed class Part { public string? A { get; set; } }
        public sealed partial class WidgetStatus;
        public static class Sample { public static Widget Make() => new() { Spec = new WidgetSpec { Name = "n", Parts = [new Part { A = "a" }] } }; }
        """);

    [Fact]
    public void Inherited_nested_generic_and_keyword_named_members_are_copied() => AssertCopied("""
        public partial class Base { public List<int>? Inherited { get; set; } }
        public partial class WidgetSpec : Base
        {
            public List<int>? @event { get; set; }
            public Pair<Leaf>? Both { get; set; }
            public Nested? Inside { get; set; }
            public partial class Nested { public List<Leaf>? Leaves { get; set; } }
        }
        public sealed class Pair<T> { public T? One { get; set; } public List<T>? Two { get; set; } }
        public sealed partial class Leaf { public List<string>? Names { get; set; } }
        public sealed partial class WidgetStatus;
        public static class Sample
        {
            private static Leaf Leaf() => new() { Names = ["x"] };
            public static Widget Make() => new()
            {
                Spec = new WidgetSpec { Inherited = [1], @event = [2], Both = new() { One = Leaf(), Two = [Leaf()] }, Inside = new() { Leaves = [Leaf()] } },
            };
        }
        """);

    [Fact]
    public void A_copy_written_by_hand_is_called() => AssertCopied("""
        public sealed partial class WidgetSpec
        {
            public required Special Special { get; set; }
        }
        public sealed class Special
        {
            public int Copies { get; set; }
            public Special DeepCopy() => new() { Copies = Copies };
        }
        public sealed partial class WidgetStatus;
        public static class Sample { public static Widget Make() => new() { Spec = new WidgetSpec { Special = new() { Copies = 2 } } }; }
        """);

    [Fact]
    public void A_class_that_nothing_can_make_is_reported() => GeneratorTest.Run(
        Widget + """
        public sealed class WidgetSpec(string name) { public string Name { get; set; } = name; }
        public sealed partial class WidgetStatus;
        """,
        new ExpectedDiagnostic("KBN0011", "WidgetSpec", "can't be copied"));

    [Fact]
    public void A_class_inside_a_generic_one_is_copied_or_reported() => GeneratorTest.Run(
        """
        namespace Demo;
        public partial class Outer<T>
        {
            [CustomResource("demo.io", "v1")] public partial class Widget : CustomResource<Good, Bad>;
            public partial class Good { public List<string>? A { get; set; } }
            public class Bad { public string? A { get; set; } }
        }
        """,
        new ExpectedDiagnostic("KBN0011", "Bad", "can't be copied"));

    [Fact]
    public void Copies_read_well()
    {
        var result = GeneratorTest.Run(Widget + """
            public sealed partial class WidgetSpec { public int A { get; set; } public IList<V1LocalObjectReference>? Refs { get; set; } }
            public sealed record WidgetStatus(List<string>? Notes);
            """);
        foreach (var name in (string[])["Demo.WidgetSpec.DeepCopy.g.cs", "GeneratedDeepCopies.g.cs"])
            Snapshot.Match(result.Sources[name], "cs", name == "GeneratedDeepCopies.g.cs" ? "extensions" : "partial");
    }

    private static void AssertCopied(string types)
    {
        var result = GeneratorTest.Run(Widget + types);
        var assembly = Load(result);
        var original = assembly.GetType("Demo.Sample")!.GetMethod("Make")!.Invoke(null, null)!;
        var copy = original.GetType().GetMethod("DeepCopy")!.Invoke(original, null)!;
        Assert.NotSame(original, copy);
        Assert.Equal(JsonSerializer.Serialize(original), JsonSerializer.Serialize(copy));
        Assert.Empty(SharedReferences.Between(original, copy));
    }

    private static Assembly Load(GeneratorResult result)
    {
        using var image = new MemoryStream();
        var emitted = result.Compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        return Assembly.Load(image.ToArray());
    }
}
