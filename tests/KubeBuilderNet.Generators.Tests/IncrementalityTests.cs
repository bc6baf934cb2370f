using System.Globalization;
using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Tests;

public sealed class IncrementalityTests
{
    private static readonly string Source = TestSource.Spec("/// <summary>Words.</summary>\npublic string? A { get; set; }");

    [Fact]
    public void An_edit_to_an_unrelated_file_changes_no_step()
    {
        var test = new GeneratorTest(Source, "class Other { }");
        var driver = test.CreateDriver().RunGenerators(test.Compile(), TestContext.Current.CancellationToken);
        var edited = new GeneratorTest(Source, "class Other { int field; }");
        Incrementality.AssertUnchanged(driver.RunGenerators(edited.Compile(), TestContext.Current.CancellationToken));
    }

    [Theory]
    // A description is in the manifest only.
    [InlineData("Words.", "Other words.", IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Modified)]
    [InlineData("string? A", "int? A", IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Modified)]
    [InlineData("\"v1\"", "\"v2\"", IncrementalStepRunReason.Modified, IncrementalStepRunReason.Modified)]
    // Lines that move, and what isn't serialized, change nothing.
    [InlineData("namespace", "// A comment.\n\nnamespace", IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Cached)]
    [InlineData("{ get; set; }", "{ get; set; }\nprivate int _field;", IncrementalStepRunReason.Cached, IncrementalStepRunReason.Cached)]
    public void An_edit_changes_what_depends_on_it(string from, string to, IncrementalStepRunReason code, IncrementalStepRunReason manifest)
    {
        var test = new GeneratorTest(Source);
        var driver = test.CreateDriver().RunGenerators(test.Compile(), TestContext.Current.CancellationToken);
        var edited = new GeneratorTest(Source.Replace(from, to, StringComparison.Ordinal));
        driver = driver.RunGenerators(edited.Compile(), TestContext.Current.CancellationToken);
        Assert.Equal([code], Incrementality.Reasons(driver, TrackingNames.CustomResourceIdentity));
        Assert.Equal([manifest], Incrementality.Reasons(driver, TrackingNames.CustomResourceDefinitions));
    }

    [Fact]
    public void A_changed_comment_changes_the_manifest()
    {
        var before = GeneratorTest.Run(Source).Manifests.Values.Single();
        var after = GeneratorTest.Run(Source.Replace("Words.", "Other words.", StringComparison.Ordinal)).Manifests.Values.Single();
        Assert.Equal(before.Replace("Words.", "Other words.", StringComparison.Ordinal), after);
    }

    [Fact]
    public void Cultures_and_the_order_of_files_make_no_difference()
    {
        const string other = """
            [CustomResource("test.example.com", "v1")] public partial class InIt : CustomResource<InItSpec>;
            public class InItSpec { public double I { get; set; } = 1.5; [Range(0.5, 2.5)] public double HTTPId { get; set; } = 1; }
            """;
        var before = CultureInfo.CurrentCulture;
        var expected = new GeneratorTest(Source, other).Run();
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
            var actual = new GeneratorTest(other, Source).Run();
            Assert.Equal(expected.Sources.OrderBy(pair => pair.Key, StringComparer.Ordinal), actual.Sources.OrderBy(pair => pair.Key, StringComparer.Ordinal));
            Assert.Equal(expected.Manifests.Keys, actual.Manifests.Keys);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
