using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit.Sdk;

namespace KubeBuilderNet.Generators.Tests;

/// <summary>The checks that every test of a generator makes must themselves be able to fail.</summary>
public sealed class HarnessTests
{
    [Fact]
    public void A_step_that_holds_a_symbol_is_found()
    {
        var exception = Assert.ThrowsAny<XunitException>(() => Incrementality.AssertNoRoslynObjects(Run(out _)));
        Assert.Contains(TrackingNames.CustomResourceParsing, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_that_changes_without_reason_is_found()
    {
        var driver = Run(out var compilation).RunGenerators(compilation.Clone(), TestContext.Current.CancellationToken);
        Assert.ThrowsAny<XunitException>(() => Incrementality.AssertUnchanged(driver));
    }

    [Fact]
    public void A_diagnostic_that_a_test_does_not_name_fails_it() =>
        Assert.ThrowsAny<XunitException>(() => GeneratorTest.Run(TestSource.Spec("public Action? A { get; set; }")));

    [Fact]
    public void A_diagnostic_that_is_not_reported_fails_the_test() =>
        Assert.ThrowsAny<XunitException>(() => GeneratorTest.Run(TestSource.Spec("public int A { get; set; }"), new ExpectedDiagnostic("KBN0003", "A", "")));

    [Fact]
    public void Code_that_does_not_compile_fails_the_test() =>
        Assert.ThrowsAny<XunitException>(() => GeneratorTest.Run(TestSource.Spec("public Unknown? A { get; set; }")));

    private static GeneratorDriver Run(out CSharpCompilation compilation)
    {
        compilation = new GeneratorTest("class Some;").Compile();
        var options = new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true);
        return CSharpGeneratorDriver.Create([new LeakyGenerator().AsSourceGenerator()], driverOptions: options)
            .RunGenerators(compilation, TestContext.Current.CancellationToken);
    }

    /// <summary>Does what a generator must not: its step holds a symbol, inside a record.</summary>
    private sealed class LeakyGenerator : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context)
        {
            var step = context.CompilationProvider
                .Select(static (compilation, _) => new Holder(compilation.GlobalNamespace))
                .WithTrackingName(TrackingNames.CustomResourceParsing);
            context.RegisterSourceOutput(step, static (context, holder) => context.AddSource("Leak.g.cs", $"// {holder.Namespace.Name}"));
        }
    }

    private sealed record Holder(INamespaceSymbol Namespace);
}
