using System.Collections.Immutable;
using System.Composition;
using KubeBuilderNet.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KubeBuilderNet.Generators.CodeFixes;

/// <summary>Swaps two limits that stand the wrong way round, in one attribute or in two of one declaration.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class SwapLimitsFix : SyntaxFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticDescriptors.ContradictingLimits.Id];

    private protected override Task<CodeAction?> FindAsync(Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (!diagnostic.Properties.TryGetValue("Old", out var low) || !diagnostic.Properties.TryGetValue("New", out var high)
            || node.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } declaration || node.FirstAncestorOrSelf<AttributeSyntax>() is not { } attribute)
        {
            return Task.FromResult<CodeAction?>(null);
        }
        var limits = Arguments(attribute).ToList();
        if (Find(limits, low) is null || Find(limits, high) is null)
            limits = [.. declaration.AttributeLists.SelectMany(list => list.Attributes).SelectMany(Arguments)];
        return Task.FromResult(Find(limits, low) is { } one && Find(limits, high) is { } other && one != other
            ? Replace(document, $"Swap {low} and {high}", [one, other], (old, _) => (old == one ? other : one).WithTriviaFrom(old))
            : null);
    }

    private static IEnumerable<ExpressionSyntax> Arguments(AttributeSyntax attribute) =>
        attribute.ArgumentList?.Arguments.Select(argument => argument.Expression) ?? [];

    private static ExpressionSyntax? Find(List<ExpressionSyntax> arguments, string? number) => arguments.Find(argument => argument.ToString() == number);
}
