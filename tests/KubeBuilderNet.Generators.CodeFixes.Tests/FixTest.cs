using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using Microsoft.CodeAnalysis.Text;

namespace KubeBuilderNet.Generators.CodeFixes.Tests;

/// <summary>A document in a workspace, the diagnostics that the generator reports for it, and a fix for them.</summary>
internal sealed class FixTest : IDisposable
{
    private const string Usings = """
        global using System.Collections.Generic;
        global using System.ComponentModel.DataAnnotations;
        global using System.Text.Json;
        global using System.Text.Json.Serialization;
        global using KubeBuilderNet;
        global using KubeBuilderNet.Annotations;
        """;

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest);
    private readonly AdhocWorkspace _workspace = new();
    private readonly SyntaxFix _fix;
    private Document _document;

    private FixTest(SyntaxFix fix, string source)
    {
        _fix = fix;
        var platform = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        var references = platform.Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal)
                || name is "netstandard.dll" or "KubernetesClient.dll" or "KubeBuilderNet.Abstractions.dll"))
            .Select(path => MetadataReference.CreateFromFile(path));
        var project = _workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Create(), "Tested", "Tested", LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable),
            parseOptions: ParseOptions, metadataReferences: references));
        project = project.AddDocument("Usings.cs", SourceText.From(Usings), filePath: "Usings.cs").Project;
        _document = project.AddDocument("Source.cs", SourceText.From(source), filePath: "Source.cs");
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Requires that the fix of the diagnostic makes one source of the other, and that the diagnostic is gone.</summary>
    public static async Task AssertAsync(SyntaxFix fix, string id, string before, string after)
    {
        using var test = new FixTest(fix, before);
        var diagnostic = Assert.Single((await test.DiagnosticsAsync()).Where(diagnostic => diagnostic.Id == id).Take(1));
        Assert.Contains(id, fix.FixableDiagnosticIds);
        var actions = new List<CodeAction>();
        await fix.RegisterCodeFixesAsync(new CodeFixContext(test._document, diagnostic, (action, _) => actions.Add(action), Token));
        await test.ApplyAsync(Assert.Single(actions));
        await test.AssertFixedAsync(id, after);
    }

    /// <summary>The same for all diagnostics of the document at once.</summary>
    public static async Task AssertAllAsync(SyntaxFix fix, string id, string before, string after)
    {
        using var test = new FixTest(fix, before);
        var diagnostics = (await test.DiagnosticsAsync()).Where(diagnostic => diagnostic.Id == id).ToList();
        Assert.True(diagnostics.Count > 1);
        var context = new FixAllContext(
            test._document, fix, FixAllScope.Document, fix.GetType().Name, [id], new Known(diagnostics), Token);
        await test.ApplyAsync((await fix.GetFixAllProvider().GetFixAsync(context))!);
        await test.AssertFixedAsync(id, after);
    }

    /// <summary>Requires that nothing is offered.</summary>
    public static async Task AssertNoneAsync(SyntaxFix fix, string id, string source)
    {
        using var test = new FixTest(fix, source);
        var diagnostics = (await test.DiagnosticsAsync()).Where(diagnostic => diagnostic.Id == id).ToList();
        Assert.NotEmpty(diagnostics);
        foreach (var diagnostic in diagnostics)
            await fix.RegisterCodeFixesAsync(new CodeFixContext(test._document, diagnostic, (action, _) => Assert.Fail(action.Title), Token));
    }

    public void Dispose() => _workspace.Dispose();

    private async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync()
    {
        var compilation = await _document.Project.GetCompilationAsync(Token);
        var driver = CSharpGeneratorDriver.Create([new CustomResourceGenerator().AsSourceGenerator()], parseOptions: ParseOptions);
        return driver.RunGenerators(compilation!, Token).GetRunResult().Diagnostics;
    }

    private async Task ApplyAsync(CodeAction action)
    {
        var operation = Assert.Single((await action.GetOperationsAsync(Token)).OfType<ApplyChangesOperation>());
        _document = operation.ChangedSolution.GetDocument(_document.Id)!;
        _document = await Simplifier.ReduceAsync(_document, Simplifier.Annotation, cancellationToken: Token);
        _document = await Formatter.FormatAsync(_document, Formatter.Annotation, cancellationToken: Token);
    }

    private async Task AssertFixedAsync(string id, string after)
    {
        Assert.Equal(after, (await _document.GetTextAsync(Token)).ToString());
        Assert.DoesNotContain(await DiagnosticsAsync(), diagnostic => diagnostic.Id == id);
    }

    private sealed class Known(List<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(document.Name == "Source.cs" ? diagnostics : []);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
