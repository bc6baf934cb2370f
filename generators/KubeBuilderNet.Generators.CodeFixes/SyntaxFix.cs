using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace KubeBuilderNet.Generators.CodeFixes;

/// <summary>A fix that looks at the node underlined, and knows one way to mend it or none.</summary>
public abstract class SyntaxFix : CodeFixProvider
{
    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
            return;
        foreach (var diagnostic in context.Diagnostics)
        {
            var node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            if (await FindAsync(context.Document, node, diagnostic, context.CancellationToken).ConfigureAwait(false) is { } action)
                context.RegisterCodeFix(action, diagnostic);
        }
    }

    /// <summary>What mends it; null for nothing.</summary>
    private protected abstract Task<CodeAction?> FindAsync(Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellation);

    /// <summary>Puts one node in place of another, in this document.</summary>
    private protected CodeAction Replace(Document document, string title, SyntaxNode old, SyntaxNode @new) =>
        Replace(document, title, [old], (_, _) => @new);

    private protected CodeAction Replace(Document document, string title, IReadOnlyCollection<SyntaxNode> old, Func<SyntaxNode, SyntaxNode, SyntaxNode> by) =>
        CodeAction.Create(
            title,
            async cancellation =>
            {
                var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
                return document.WithSyntaxRoot(root!.ReplaceNodes(old, by));
            },
            equivalenceKey: GetType().Name);
}
