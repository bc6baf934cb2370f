using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Reading;
using KubeBuilderNet.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace KubeBuilderNet.Generators.Tests.Reading;

public sealed class ReadOnceTests
{
    // A gadget's file, another resource's, a class that gadgets are made of, and constants.
    private static readonly string[] Sources =
    [
        """
        namespace Tested;

        [CustomResource("test.example.com", "v1")] public sealed partial class Gadget : CustomResource<GadgetSpec>;
        public sealed class GadgetSpec
        {
            /// <summary>Words.</summary>
            [Maximum(Limits.Most)] public int Size { get; set; } = Limits.Usual;
            public List<Part>? Parts { get; set; }
            public Shape First { get; set; } = new Round { Radius = 3 };
            public Colour? Paint { get; set; }
            int Method() { return 1; }
        }
        """,
        """
        namespace Tested;

        [CustomResource("test.example.com", "v1")] public sealed partial class Widget : CustomResource<WidgetSpec>;
        public sealed class WidgetSpec
        {
            /// <summary>Words.</summary>
            [MinLength(1)] public required string Name { get; set; }
            int Method() { return 1; }
        }
        """,
        """
        namespace Tested;

        public sealed class Part : PartBase
        {
            /// <summary>Words.</summary>
            [JsonPropertyName("id")] public int Number { get; set; }
            int Method() { return 1; }
        }
        public enum Colour { Red, Green }
        """,
        """
        namespace Tested;

        public abstract class PartBase { public string? Origin { get; set; } }
        public class Shape { public int Sides { get; set; } }
        """,
        """
        namespace Tested;

        public sealed class Round : Shape { [JsonPropertyName("r")] public int Radius { get; set; } }
        """,
        """
        namespace Tested
        {
            public static class Limits { public const int Most = 9; public const int Usual = 5; public static int Rarely => 7; }
        }
        namespace Elsewhere
        {
            public enum Colour { Blue }
        }
        """,
    ];

    public static TheoryData<int, string, string, int> Edits => new()
    {
        // The file, what is replaced there, by what, and how many of the two resources are read again.
        { 0, "Words.", "Other words.", 1 },
        { 0, "[Maximum(", "[Minimum(1), Maximum(", 1 },
        { 0, "int Size", "long Size", 1 },
        { 0, "public int Size", "public string? Label { get; set; }\n    public int Size", 1 },
        { 0, "class GadgetSpec", "partial class GadgetSpec", 2 },
        { 1, "Words.", "Other words.", 1 },
        { 1, "return 1;", "var two = 2; return two;", 1 },
        { 2, "Words.", "Other words.", 1 },
        { 2, "\"id\"", "\"key\"", 1 },
        { 2, "return 1;", "return 2;", 0 },
        // What stands behind a method moves with its lines, and so would the place of a diagnostic.
        { 2, "return 1;", "return 1;\n", 1 },
        { 2, "return 1; }", "return 1; }\n    int Third() { return 3; }", 1 },
        // A directive holds for what follows.
        { 2, "return 1;", "return 1;\n#nullable disable\n", 1 },
        { 2, "Red,", "Red, Yellow,", 2 },
        { 3, "string? Origin", "Uri? Origin", 1 },
        { 3, "int Sides { get; set; }", "int Sides { get; set; } = 4;", 1 },
        { 4, "\"r\"", "\"radius\"", 1 },
        { 5, "Most = 9", "Most = 8", 2 },
        { 5, "Usual = 5", "Usual = 6", 2 },
        { 5, "Rarely => 7", "Rarely => 8", 0 },
        { 5, "namespace Tested\n", "// A comment.\n\nnamespace Tested\n", 0 },
        { 5, "namespace Elsewhere", "namespace Elsewhen", 2 },
        { 5, "namespace Tested\n", "global using Paint = int;\nnamespace Tested\n", 2 },
        { 5, "public static class Limits", "public partial class WidgetSpec { public int More { get; set; } }\n    public static class Limits", 2 },
    };

    [Theory, MemberData(nameof(Edits))]
    public void Only_what_an_edit_may_change_is_read_again(int file, string from, string to, int readings)
    {
        var test = new GeneratorTest(Sources) { MustCompile = false };
        var before = test.Compile();
        var after = Edited(test, before, file, from, to);
        var counting = new CountingGenerator();
        var driver = CSharpGeneratorDriver.Create(counting).RunGenerators(before, TestContext.Current.CancellationToken);
        Assert.Equal(2, counting.Readings);
        driver.RunGenerators(after, TestContext.Current.CancellationToken);
        // Roslyn's own edit makes new the tree of an annotated class, which is read again at any rate.
        Assert.Equal(2 + readings, counting.Readings);
    }

    [Theory, MemberData(nameof(Edits))]
    public void An_edit_gives_what_a_new_run_gives(int file, string from, string to, int readings)
    {
        var test = new GeneratorTest(Sources) { MustCompile = false };
        var before = test.Compile();
        var after = Edited(test, before, file, from, to);
        var driver = test.CreateDriver().RunGenerators(before, TestContext.Current.CancellationToken);
        var edited = Result(driver, after);
        var changed = (string[])[.. Sources];
        changed[file] = changed[file].Replace(from, to, StringComparison.Ordinal);
        var fresh = new GeneratorTest(changed) { MustCompile = false };
        var expected = Result(fresh.CreateDriver(), fresh.Compile());
        Assert.Equal(expected.Sources, edited.Sources);
        Assert.Equal(expected.Diagnostics, edited.Diagnostics);
        Assert.True(readings > 0 || edited.Sources.SequenceEqual(Result(test.CreateDriver(), before).Sources), "what isn't read again mustn't have changed");
    }

    private static GeneratorResult Result(GeneratorDriver driver, Compilation compilation)
    {
        driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out var output, out _, TestContext.Current.CancellationToken);
        return new GeneratorResult(driver, output);
    }

    // The harness puts a file of usings before these.
    private static CSharpCompilation Edited(GeneratorTest test, CSharpCompilation compilation, int file, string from, string to)
    {
        Assert.Contains(from, Sources[file], StringComparison.Ordinal);
        return compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[file + 1], test.Parse(Sources[file].Replace(from, to, StringComparison.Ordinal), file + 1));
    }

    private sealed class CountingGenerator : IIncrementalGenerator
    {
        public int Readings { get; private set; }

        public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
            context.SyntaxProvider.ForAttributeWithMetadataName(
                KnownTypeNames.CustomResourceAttribute, static (_, _) => true, (found, cancellation) => ReadOnce<string>.Of(found, Read, cancellation)),
            static (_, _) => { });

        private string Read(GeneratorAttributeSyntaxContext found, CancellationToken cancellation)
        {
            Readings++;
            return found.TargetSymbol.Name;
        }
    }
}
