using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace KubeBuilderNet.Generators.Tests.Infrastructure;

/// <summary>Runs the generators over source, and holds every run to what all runs must keep: see <c>Run</c>.</summary>
internal sealed class GeneratorTest(params string[] sources)
{
    private const string AllUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.ComponentModel;
        global using System.ComponentModel.DataAnnotations;
        global using System.Text.Json;
        global using System.Text.Json.Nodes;
        global using System.Text.Json.Serialization;
        global using k8s.Models;
        global using KubeBuilderNet;
        global using KubeBuilderNet.Annotations;
        """;

    private static readonly ImmutableArray<MetadataReference> References = LoadReferences();

    /// <summary>The properties of the build that the compiler shows.</summary>
    public Dictionary<string, string> BuildProperties { get; init; } = [];

    /// <summary>The global using directives.</summary>
    public string Usings { get; init; } = AllUsings;

    /// <summary>What file the sources are of; null for Source1.cs and so on.</summary>
    public string? FilePath { get; init; }

    public OutputKind OutputKind { get; init; } = OutputKind.DynamicallyLinkedLibrary;

    public DocumentationMode DocumentationMode { get; init; } = DocumentationMode.None;

    public IReadOnlyList<MetadataReference> Libraries { get; init; } = [];

    /// <summary>An assembly that the project doesn't refer to.</summary>
    public string? WithoutReference { get; init; }

    /// <summary>Off for sources that are meant not to compile.</summary>
    public bool MustCompile { get; init; } = true;

    public static GeneratorResult Run(string source, params ExpectedDiagnostic[] expected) => new GeneratorTest(source).Run(expected);

    /// <summary>
    /// Runs the generators and requires that they report exactly the diagnostics named, that all code compiles without a warning,
    /// that a second run over equivalent source changes no step, and that no step holds a symbol or syntax.
    /// </summary>
    public GeneratorResult Run(params ExpectedDiagnostic[] expected)
    {
        var compilation = Compile();
        var driver = CreateDriver().RunGeneratorsAndUpdateCompilation(compilation, out var output, out _, Token);
        var result = new GeneratorResult(driver, output);
        ExpectedDiagnostic.AssertAll(expected, result.Diagnostics);
        if (expected.Length == 0 && MustCompile)
            AssertCompiles(output);
        Incrementality.AssertUnchanged(driver.RunGenerators(Compile(), Token));
        Incrementality.AssertNoRoslynObjects(driver);
        return result;
    }

    /// <summary>A driver that tracks steps, for tests that make edits of their own.</summary>
    public GeneratorDriver CreateDriver() => CSharpGeneratorDriver.Create(
        AllGenerators().Select(generator => generator.AsSourceGenerator()),
        parseOptions: ParseOptions,
        optionsProvider: new TestOptionsProvider(BuildProperties),
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    public CSharpCompilation Compile() => CSharpCompilation.Create(
        "Tested",
        sources.Prepend(Usings).Select((source, index) => Parse(source, index)),
        References.Where(reference => Path.GetFileNameWithoutExtension(reference.Display) != WithoutReference || WithoutReference is null).Concat(Libraries),
        new CSharpCompilationOptions(OutputKind, nullableContextOptions: NullableContextOptions.Enable));

    public SyntaxTree Parse(string source, int index) =>
        CSharpSyntaxTree.ParseText(source, ParseOptions, index > 0 && FilePath is not null ? FilePath : $"Source{index}.cs", System.Text.Encoding.UTF8, Token);

    private CSharpParseOptions ParseOptions => new(LanguageVersion.Latest, DocumentationMode);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static IEnumerable<IIncrementalGenerator> AllGenerators() => typeof(Generators.Infrastructure.TrackingNames).Assembly.GetTypes()
        .Where(type => !type.IsAbstract && typeof(IIncrementalGenerator).IsAssignableFrom(type))
        .OrderBy(type => type.FullName, StringComparer.Ordinal)
        .Select(type => (IIncrementalGenerator)Activator.CreateInstance(type)!);

    private static void AssertCompiles(Compilation compilation)
    {
        var wrong = compilation.GetDiagnostics(Token).Where(d => d.Severity >= DiagnosticSeverity.Warning).Select(d => d.ToString()).ToList();
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    private static ImmutableArray<MetadataReference> LoadReferences()
    {
        var platform = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        return [.. platform.Split(Path.PathSeparator).Where(IsReferenced).Select(path => MetadataReference.CreateFromFile(path))];
    }

    private static bool IsReferenced(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        return name is "KubernetesClient" or "KubeBuilderNet.Abstractions" or "KubeBuilderNet.Client" or "KubeBuilderNet.Runtime" or "netstandard" or "mscorlib"
            || (name.StartsWith("System", StringComparison.Ordinal) && !name.Contains("CodePages", StringComparison.Ordinal));
    }
}
