using System.Globalization;
using CsCheck;
using KubeBuilderNet.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Tests.HalfTyped;

/// <summary>An editor runs the generators over code that is being typed: whatever it is, they must not throw.</summary>
public sealed class HalfTypedTests
{
    private static readonly string Source = TestData.Read("everything.cs");

    [Fact]
    public void The_source_that_is_broken_has_no_mistake_of_its_own() => GeneratorTest.Run(Source);

    [Theory]
    [InlineData("Missing")]
    [InlineData("Missing?")]
    [InlineData("Missing<string>?")]
    [InlineData("IList<Missing>?")]
    [InlineData("Dictionary<string, Missing[]>?")]
    public void A_type_that_is_not_there_is_left_to_the_compiler(string type) =>
        new GeneratorTest(TestSource.Spec($"public {type} Url {{ get; set; }} = null!;")) { MustCompile = false }.Run();

    [Theory]
    [InlineData("[{0}] public enum Color {{ Red }}")]
    [InlineData("[{0}] public delegate void Changed();")]
    [InlineData("public class Widget {{ [{0}] public string? Url; }}")]
    public void An_attribute_at_the_wrong_place_is_left_to_the_compiler(string code) =>
        new GeneratorTest(string.Format(CultureInfo.InvariantCulture, code, "CustomResource(\"a.example.com\", \"v1\")")) { MustCompile = false }.Run();

    [Fact]
    public void No_half_typed_code_makes_a_generator_throw()
    {
        var test = new GeneratorTest(Source);
        var whole = test.Compile();
        var tree = whole.SyntaxTrees[1];
        var warm = test.CreateDriver().RunGenerators(whole, TestContext.Current.CancellationToken);
        Mutation.Of(Source).Sample(
            code =>
            {
                var broken = whole.ReplaceSyntaxTree(tree, test.Parse(code, 1));
                AssertNothingThrown(warm.RunGenerators(broken, TestContext.Current.CancellationToken));
            },
            iter: 200,
            threads: 1,
            print: code => code);
    }

    private static void AssertNothingThrown(GeneratorDriver driver)
    {
        foreach (var result in driver.GetRunResult().Results)
            Assert.True(result.Exception is null, $"{result.Generator.GetGeneratorType().Name}: {result.Exception}");
    }
}
