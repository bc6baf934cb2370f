using System.Collections.Immutable;
using System.Composition;
using KubeBuilderNet.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KubeBuilderNet.Generators.CodeFixes;

/// <summary>Says of a property with a converter of its own that it may hold any JSON.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class LeaveUnreadFix : SyntaxFix
{
    private const string Attributes = "[Schemaless, PreserveUnknownFields]";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticDescriptors.UnknownJson.Id];

    private protected override Task<CodeAction?> FindAsync(Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (node.FirstAncestorOrSelf<PropertyDeclarationSyntax>() is not { } property)
            return Task.FromResult<CodeAction?>(null);
        var parsed = (PropertyDeclarationSyntax)SyntaxFactory.ParseMemberDeclaration(Attributes + " int P { get; }")!;
        var bare = property.WithLeadingTrivia();
        var unread = bare
            .WithAttributeLists(bare.AttributeLists.Insert(0, parsed.AttributeLists[0].WithTrailingTrivia(SyntaxFactory.Space)))
            .WithLeadingTrivia(property.GetLeadingTrivia());
        return Task.FromResult<CodeAction?>(Replace(document, $"Add {Attributes}: any content, not described", property, unread));
    }
}
