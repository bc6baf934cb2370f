using System.Collections.Immutable;
using System.Composition;
using System.Text.RegularExpressions;
using KubeBuilderNet.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KubeBuilderNet.Generators.CodeFixes;

/// <summary>Writes the name that was probably meant, in the text of an attribute: a path, a list key, a property of a group.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class UseNearestNameFix : SyntaxFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds =>
    [
        DiagnosticDescriptors.DeadPath.Id, DiagnosticDescriptors.InvalidListKeys.Id, DiagnosticDescriptors.InvalidSelectableField.Id,
        DiagnosticDescriptors.InvalidOneOf.Id, DiagnosticDescriptors.InvalidCelRule.Id,
    ];

    private protected override Task<CodeAction?> FindAsync(Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (diagnostic.Properties.TryGetValue("Old", out var old) && diagnostic.Properties.TryGetValue("New", out var @new) && old != @new
            && node.FirstAncestorOrSelf<AttributeSyntax>() is { } attribute)
        {
            // A whole name: not a part of a longer one.
            var name = new Regex($@"(?<![\w-]){Regex.Escape(old!)}(?![\w-])", RegexOptions.CultureInvariant);
            var text = attribute.DescendantNodes().OfType<LiteralExpressionSyntax>()
                .LastOrDefault(literal => literal.IsKind(SyntaxKind.StringLiteralExpression) && name.IsMatch(literal.Token.ValueText));
            if (text is not null)
                return Task.FromResult<CodeAction?>(Replace(document, $"Write '{@new}'", text, With(text, literal => name.Replace(literal, @new!))));
        }
        return Task.FromResult<CodeAction?>(null);
    }

    private static LiteralExpressionSyntax With(LiteralExpressionSyntax literal, Func<string, string> change) => literal.WithToken(
        SyntaxFactory.Literal(change(literal.Token.Text), change(literal.Token.ValueText)).WithTriviaFrom(literal.Token));
}
