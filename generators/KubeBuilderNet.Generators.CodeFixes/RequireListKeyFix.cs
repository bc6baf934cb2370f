using System.Collections.Immutable;
using System.Composition;
using KubeBuilderNet.Generators.Diagnostics;
using KubeBuilderNet.Generators.Parsing.Schemas;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace KubeBuilderNet.Generators.CodeFixes;

/// <summary>Makes the key of a list <c>required</c>, in the class of its items.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class RequireListKeyFix : SyntaxFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticDescriptors.InvalidListKeys.Id];

    private protected override async Task<CodeAction?> FindAsync(Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellation)
    {
        // A key that exists and may be missing is carried as its own replacement.
        if (!diagnostic.Properties.TryGetValue("Old", out var key) || !diagnostic.Properties.TryGetValue("New", out var same) || key != same
            || node.FirstAncestorOrSelf<PropertyDeclarationSyntax>() is not { } list
            || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model
            || model.GetDeclaredSymbol(list, cancellation) is not IPropertySymbol { Type: var type } || ItemOf(type) is not { } item)
        {
            return null;
        }
        var property = SerializedProperties.Of(item).Find(property => property.JsonName == key)?.Symbol;
        if (property?.DeclaringSyntaxReferences.FirstOrDefault() is not { } reference || document.Project.Solution.GetDocument(reference.SyntaxTree) is not { } home
            || await reference.GetSyntaxAsync(cancellation).ConfigureAwait(false) is not PropertyDeclarationSyntax declaration)
        {
            return null;
        }
        var generator = SyntaxGenerator.GetGenerator(home);
        var title = $"Make '{item.Name}.{property.Name}' required";
        return CodeAction.Create(
            title,
            async token =>
            {
                var root = await home.GetSyntaxRootAsync(token).ConfigureAwait(false);
                var required = generator.WithModifiers(declaration, generator.GetModifiers(declaration).WithIsRequired(true));
                return home.WithSyntaxRoot(root!.ReplaceNode(declaration, required)).Project.Solution;
            },
            equivalenceKey: nameof(RequireListKeyFix));
    }

    private static INamedTypeSymbol? ItemOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType as INamedTypeSymbol,
        INamedTypeSymbol named => named.AllInterfaces.Concat([named])
            .FirstOrDefault(sequence => sequence.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)
            ?.TypeArguments[0] as INamedTypeSymbol,
        _ => null,
    };
}
