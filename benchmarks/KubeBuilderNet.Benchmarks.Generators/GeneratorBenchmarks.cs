using BenchmarkDotNet.Attributes;
using KubeBuilderNet.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace KubeBuilderNet.Benchmarks.Generators;

/// <summary>What all generators together cost: from nothing, and after an edit, as an editor makes them run at each key.</summary>
[MemoryDiagnoser]
public class GeneratorBenchmarks
{
    private readonly IReadOnlyList<MetadataReference> _references = [.. References()];
    private CSharpCompilation _compilation = null!;
    private CSharpCompilation _next = null!;
    private SyntaxTree _spec = null!;
    private SyntaxTree _reconciler = null!;
    private SyntaxTree _other = null!;
    private GeneratorDriver _warm = null!;
    private int _edits;

    [Params(1, 10, 100, 1000)]
    public int Types { get; set; }

    /// <summary>Whether each spec holds a pod template, whose schema alone is some 330 kB.</summary>
    [Params(false, true)]
    public bool PodTemplate { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        _compilation = Parsed();
        _warm = Driver().RunGenerators(_compilation);
    }

    // What is read of a tree is remembered with it: each run gets trees that no generator has seen.
    [IterationSetup(Target = nameof(Cold))]
    public void Parse() => _next = Parsed();

    [Benchmark]
    public GeneratorDriver Cold() => Driver().RunGenerators(_next);

    [IterationSetup(Target = nameof(SpecEdited))]
    public void EditSpec() => Edit(_spec, Sources.Resource(0, PodTemplate, $"Other words, {++_edits}."));

    /// <summary>A comment of a spec.</summary>
    [Benchmark]
    public GeneratorDriver SpecEdited() => _warm.RunGenerators(_next);

    [IterationSetup(Target = nameof(UnrelatedClassEdited))]
    public void EditOther() => Edit(_other, $"class Other {{ int field{++_edits}; }}");

    /// <summary>A new field of a class that no resource knows.</summary>
    [Benchmark]
    public GeneratorDriver UnrelatedClassEdited() => _warm.RunGenerators(_next);

    [IterationSetup(Target = nameof(MethodEdited))]
    public void EditMethod() => Edit(_reconciler, Sources.Reconciler(0, $"{++_edits}"));

    /// <summary>What is typed most: code inside of a method.</summary>
    [Benchmark]
    public GeneratorDriver MethodEdited() => _warm.RunGenerators(_next);

    private CSharpCompilation Parsed()
    {
        var specs = Enumerable.Range(0, Types).Select(index => Tree(Sources.Resource(index, PodTemplate, "Words."))).ToArray();
        var reconcilers = Enumerable.Range(0, Types).Select(index => Tree(Sources.Reconciler(index, "0"))).ToArray();
        (_spec, _reconciler, _other) = (specs[0], reconcilers[0], Tree("class Other;"));
        return CSharpCompilation.Create(
            "Benchmark", [Tree(Sources.Usings), .. specs, .. reconcilers, _other], _references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
    }

    private void Edit(SyntaxTree tree, string source) => _next = _compilation.ReplaceSyntaxTree(tree, Tree(source));

    private static CSharpGeneratorDriver Driver() => CSharpGeneratorDriver.Create(
        new CustomResourceGenerator(), new DeepCopyGenerator(), new RbacGenerator(), new WebhookGenerator(), new ControllerRegistrationGenerator());

    private static SyntaxTree Tree(string source) => CSharpSyntaxTree.ParseText(source);

    private static IEnumerable<MetadataReference> References() => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal)
            || name is "netstandard.dll" or "KubernetesClient.dll" or "KubeBuilderNet.Abstractions.dll" or "KubeBuilderNet.Runtime.dll"))
        .Select(path => MetadataReference.CreateFromFile(path));
}
