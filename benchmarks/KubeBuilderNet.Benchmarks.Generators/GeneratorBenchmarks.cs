using BenchmarkDotNet.Attributes;
using KubeBuilderNet.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace KubeBuilderNet.Benchmarks.Generators;

/// <summary>What all generators together cost: from nothing, and after an edit, as an editor makes them run at each key.</summary>
[MemoryDiagnoser]
public class GeneratorBenchmarks
{
    private CSharpCompilation _compilation = null!;
    private CSharpCompilation _specEdited = null!;
    private CSharpCompilation _otherEdited = null!;
    private CSharpCompilation _methodEdited = null!;
    private GeneratorDriver _warm = null!;

    [Params(1, 10, 100, 1000)]
    public int Types { get; set; }

    /// <summary>Whether each spec holds a pod template, whose schema alone is some 330 kB.</summary>
    [Params(false, true)]
    public bool PodTemplate { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        var usings = Parse(Sources.Usings);
        var specs = Enumerable.Range(0, Types).Select(index => Parse(Sources.Resource(index, PodTemplate, "Words."))).ToArray();
        var reconcilers = Enumerable.Range(0, Types).Select(index => Parse(Sources.Reconciler(index, "0"))).ToArray();
        var other = Parse("class Other;");
        _compilation = CSharpCompilation.Create(
            "Benchmark", [usings, .. specs, .. reconcilers, other], References(), new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        _specEdited = _compilation.ReplaceSyntaxTree(specs[0], Parse(Sources.Resource(0, PodTemplate, "Other words.")));
        _otherEdited = _compilation.ReplaceSyntaxTree(other, Parse("class Other { int field; }"));
        _methodEdited = _compilation.ReplaceSyntaxTree(reconcilers[0], Parse(Sources.Reconciler(0, "1")));
        _warm = Driver().RunGenerators(_compilation);
    }

    [Benchmark]
    public GeneratorDriver Cold() => Driver().RunGenerators(_compilation.Clone());

    /// <summary>A comment of a spec.</summary>
    [Benchmark]
    public GeneratorDriver SpecEdited() => _warm.RunGenerators(_specEdited.Clone());

    /// <summary>A new field of a class that no resource knows.</summary>
    [Benchmark]
    public GeneratorDriver UnrelatedClassEdited() => _warm.RunGenerators(_otherEdited.Clone());

    /// <summary>What is typed most: code inside of a method.</summary>
    [Benchmark]
    public GeneratorDriver MethodEdited() => _warm.RunGenerators(_methodEdited.Clone());

    private static CSharpGeneratorDriver Driver() => CSharpGeneratorDriver.Create(
        new CustomResourceGenerator(), new DeepCopyGenerator(), new RbacGenerator(), new WebhookGenerator(), new ControllerRegistrationGenerator());

    private static SyntaxTree Parse(string source) => CSharpSyntaxTree.ParseText(source);

    private static IEnumerable<MetadataReference> References() => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal)
            || name is "netstandard.dll" or "KubernetesClient.dll" or "KubeBuilderNet.Abstractions.dll" or "KubeBuilderNet.Runtime.dll"))
        .Select(path => MetadataReference.CreateFromFile(path));
}
