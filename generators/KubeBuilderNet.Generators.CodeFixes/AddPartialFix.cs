using System.Collections.Immutable;
using System.Composition;
using KubeBuilderNet.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace KubeBuilderNet.Generators.CodeFixes;

/// <summary>Makes a class partial, which the generator adds to.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class AddPartialFix : SyntaxFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticDescriptors.NotPartial.Id];

    private protected override Task<CodeAction?> FindAsync(Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var generator = SyntaxGenerator.GetGenerator(document);
        return Task.FromResult(node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type
            ? Replace(document, $"Make '{type.Identifier.Text}' partial", type, generator.WithModifiers(type, generator.GetModifiers(type).WithPartial(true)))
            : null);
    }
}
