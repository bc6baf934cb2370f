using BenchmarkDotNet.Attributes;
using KubeBuilderNet.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace KubeBuilderNet.Benchmarks.Generators;

/// <summary>What the generator costs: a build from nothing, an edit to a spec, and an edit to a file that it has nothing to do with.</summary>
[MemoryDiagnoser]
public class GeneratorBenchmarks
{
    private CSharpCompilation _compilation = null!;
    private CSharpCompilation _specEdited = null!;
    private CSharpCompilation _otherEdited = null!;
    private GeneratorDriver _warm = null!;

    [Params(1, 10, 100)]
    public int Types { get; set; }

    /// <summary>Whether each spec holds a pod template, whose schema alone is some 330 kB.</summary>
    [Params(false, true)]
    public bool PodTemplate { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        var trees = Enumerable.Range(0, Types).Select(index => Parse(Resource(index, "Words."))).Append(Parse(Usings)).Append(Parse("class Other;")).ToArray();
        _compilation = CSharpCompilation.Create("Benchmark", trees, References(), new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        _specEdited = _compilation.ReplaceSyntaxTree(trees[0], Parse(Resource(0, "Other words.")));
        _otherEdited = _compilation.ReplaceSyntaxTree(trees[^1], Parse("class Other { int field; }"));
        _warm = Driver().RunGenerators(_compilation);
    }

    [Benchmark]
    public GeneratorDriver Cold() => Driver().RunGenerators(_compilation);

    [Benchmark]
    public GeneratorDriver SpecEdited() => _warm.RunGenerators(_specEdited);

    [Benchmark]
    public GeneratorDriver UnrelatedFileEdited() => _warm.RunGenerators(_otherEdited);

    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using k8s.Models;
        global using KubeBuilderNet;
        global using KubeBuilderNet.Annotations;
        """;

    private static CSharpGeneratorDriver Driver() => CSharpGeneratorDriver.Create(
        new CustomResourceGenerator(), new DeepCopyGenerator(), new RbacGenerator(), new ControllerRegistrationGenerator());

    private static SyntaxTree Parse(string source) => CSharpSyntaxTree.ParseText(source);

    private string Resource(int index, string words) => $$"""
        namespace Benchmark.Api{{index}};

        /// <summary>A resource.</summary>
        [CustomResource("bench.example.com", "v1", ShortNames = ["w{{index}}"])]
        [PrintColumn("URL", ".spec.url")]
        public sealed partial class Widget{{index}} : CustomResource<WidgetSpec, WidgetStatus>;

        public sealed class WidgetSpec
        {
            /// <summary>{{words}}</summary>
            [Pattern("^https?://")] public required string Url { get; set; }
            /// <summary>How many.</summary>
            public int Replicas { get; set; } = 1;
            /// <summary>Under which names, with <c>values</c>.</summary>
            public Dictionary<string, string> Headers { get; set; } = [];
            /// <summary>How often.</summary>
            public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(30);
            /// <summary>Steps.</summary>
            public List<Step> Steps { get; set; } = [];
            public ResourceQuantity? Memory { get; set; }
            {{(PodTemplate ? "public V1PodTemplateSpec? Template { get; set; }" : "")}}
        }

        public sealed class Step
        {
            /// <summary>Its name.</summary>
            public required string Name { get; set; }
            public Mode Mode { get; set; } = Mode.Fast;
        }

        public enum Mode { Slow, Fast }

        public sealed class WidgetStatus
        {
            public long? ObservedGeneration { get; set; }
            public IList<V1Condition> Conditions { get; set; } = [];
        }
        """;

    private static IEnumerable<MetadataReference> References() => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal)
            || name is "netstandard.dll" or "KubernetesClient.dll" or "KubeBuilderNet.Abstractions.dll"))
        .Select(path => MetadataReference.CreateFromFile(path));
}
