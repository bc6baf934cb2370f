using System.Collections.Immutable;
using System.Composition;
using KubeBuilderNet.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KubeBuilderNet.Generators.CodeFixes;

/// <summary>Writes <c>[ListType(ListType.Set)]</c> in place of <c>[UniqueItems]</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class UseListTypeSetFix : SyntaxFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticDescriptors.UniqueItems.Id];

    private protected override Task<CodeAction?> FindAsync(Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (node.FirstAncestorOrSelf<AttributeSyntax>() is not { } attribute)
            return Task.FromResult<CodeAction?>(null);
        var others = attribute.ArgumentList?.Arguments.ToFullString() is { Length: > 0 } text ? ", " + text : "";
        var set = attribute
            .WithName(SyntaxFactory.IdentifierName("ListType").WithTriviaFrom(attribute.Name))
            .WithArgumentList(SyntaxFactory.ParseAttributeArgumentList($"(ListType.Set{others})"));
        return Task.FromResult<CodeAction?>(Replace(document, "Use [ListType(ListType.Set)]", attribute, set));
    }
}
