using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace KubeBuilderNet.ImportTests.Support;

/// <summary>Compiles sources with the generators, as a project with implicit usings does.</summary>
internal static class Build
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using KubeBuilderNet;
        global using KubeBuilderNet.Annotations;
        """;

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest, DocumentationMode.None);
    private static readonly ImmutableArray<MetadataReference> References = LoadReferences();

    /// <summary>The manifests by path, and every warning and error that the sources don't disable.</summary>
    public static (IReadOnlyDictionary<string, string> Manifests, IReadOnlyList<string> Problems) Run(IReadOnlyDictionary<string, string> sources)
    {
        var token = TestContext.Current.CancellationToken;
        var trees = sources.Select(source => CSharpSyntaxTree.ParseText(source.Value, ParseOptions, source.Key, System.Text.Encoding.UTF8, token))
            .Prepend(CSharpSyntaxTree.ParseText(Usings, ParseOptions, cancellationToken: token));
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);
        var driver = CSharpGeneratorDriver.Create(Generators(), parseOptions: ParseOptions);
        var run = driver.RunGeneratorsAndUpdateCompilation(CSharpCompilation.Create("Imported", trees, References, options), out var output, out var reported, token);
        var problems = reported.Concat(output.GetDiagnostics(token)).Where(problem => problem.Severity >= DiagnosticSeverity.Warning && !problem.IsSuppressed)
            .Select(problem => problem.ToString()).Distinct().ToList();
        var manifests = output.Assembly.GetAttributes()
            .Where(attribute => attribute.AttributeClass?.Name == "KubernetesManifestAttribute")
            .ToDictionary(attribute => (string)attribute.ConstructorArguments[0].Value!, attribute => (string)attribute.ConstructorArguments[1].Value!, StringComparer.Ordinal);
        return (manifests, problems);
    }

    private static IEnumerable<ISourceGenerator> Generators() => typeof(Generators.CustomResourceGenerator).Assembly.GetTypes()
        .Where(type => !type.IsAbstract && typeof(IIncrementalGenerator).IsAssignableFrom(type))
        .Select(type => ((IIncrementalGenerator)Activator.CreateInstance(type)!).AsSourceGenerator());

    private static ImmutableArray<MetadataReference> LoadReferences() =>
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(IsReferenced).Select(path => MetadataReference.CreateFromFile(path))];

    private static bool IsReferenced(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        return name is "KubernetesClient" or "KubeBuilderNet.Abstractions" or "netstandard" or "mscorlib"
            || (name.StartsWith("System", StringComparison.Ordinal) && !name.Contains("CodePages", StringComparison.Ordinal));
    }
}
