using System.Collections.Immutable;
using System.Composition;
using KubeBuilderNet.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace KubeBuilderNet.Generators.CodeFixes;

/// <summary>Makes a property that closes a cycle of types, or whose type has no schema, a <c>JsonElement</c>: any JSON.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class UseJsonElementFix : SyntaxFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticDescriptors.RecursiveType.Id, DiagnosticDescriptors.UnsupportedType.Id];

    private protected override Task<CodeAction?> FindAsync(Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellation)
    {
        // An initializer makes a value of the old type.
        if (node.FirstAncestorOrSelf<PropertyDeclarationSyntax>() is not { Initializer: null } property)
            return Task.FromResult<CodeAction?>(null);
        var element = SyntaxFactory.ParseTypeName(property.Type is NullableTypeSyntax ? "System.Text.Json.JsonElement?" : "System.Text.Json.JsonElement")
            .WithTriviaFrom(property.Type)
            .WithAdditionalAnnotations(Simplifier.Annotation);
        return Task.FromResult<CodeAction?>(Replace(document, "Use JsonElement: any content, not described", property.Type, element));
    }
}
