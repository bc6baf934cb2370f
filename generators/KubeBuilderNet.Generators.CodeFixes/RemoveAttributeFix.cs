using System.Collections.Immutable;
using System.Composition;
using KubeBuilderNet.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KubeBuilderNet.Generators.CodeFixes;

/// <summary>Removes an attribute that can't apply, that does nothing, or that only one version may have.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class RemoveAttributeFix : SyntaxFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds =>
        [DiagnosticDescriptors.InapplicableRule.Id, DiagnosticDescriptors.ConflictingAttributes.Id, DiagnosticDescriptors.StoredTwice.Id];

    private protected override Task<CodeAction?> FindAsync(Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var attribute = node.FirstAncestorOrSelf<AttributeSyntax>();
        if (attribute is not null && diagnostic.Id == DiagnosticDescriptors.StoredTwice.Id)
            attribute = attribute.FirstAncestorOrSelf<MemberDeclarationSyntax>()?.AttributeLists.SelectMany(list => list.Attributes).FirstOrDefault(IsStorageVersion);
        return Task.FromResult(attribute?.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } declaration
            ? Replace(document, $"Remove [{attribute.Name}]", declaration, Without(declaration, attribute))
            : null);
    }

    // What stands before the declaration, such as its documentation, belongs to it and not to its first attribute.
    private static MemberDeclarationSyntax Without(MemberDeclarationSyntax declaration, AttributeSyntax attribute)
    {
        var list = (AttributeListSyntax)attribute.Parent!;
        return list.Attributes.Count > 1
            ? declaration.RemoveNode(attribute, SyntaxRemoveOptions.KeepNoTrivia)!
            : declaration.RemoveNode(list, SyntaxRemoveOptions.KeepNoTrivia)!.WithLeadingTrivia(declaration.GetLeadingTrivia());
    }

    private static bool IsStorageVersion(AttributeSyntax attribute) => attribute.Name.ToString() is var name
        && (name.EndsWith("StorageVersion", StringComparison.Ordinal) || name.EndsWith("StorageVersionAttribute", StringComparison.Ordinal));
}
