using KubeBuilderNet.Generators.Diagnostics;
using KubeBuilderNet.Generators.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KubeBuilderNet.Generators.Parsing;

/// <summary>How a type and those around it are declared, so that another half of them can be written.</summary>
internal static class PartialDeclarations
{
    /// <summary>The declarations, outermost first; null, and a diagnostic where a list for it is given, if one of them isn't partial.</summary>
    public static EquatableArray<string>? Of(INamedTypeSymbol type, List<DiagnosticInfo>? diagnostics, CancellationToken cancellation)
    {
        var declarations = new List<string>();
        var isPartial = true;
        for (var current = type; current is not null; current = current.ContainingType)
        {
            var syntax = current.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) as TypeDeclarationSyntax;
            if (syntax is null || !syntax.Modifiers.Any(SyntaxKind.PartialKeyword))
            {
                diagnostics?.Add(DiagnosticInfo.Create(DiagnosticDescriptors.NotPartial, current.GetSourceLocation(), current.Name));
                isPartial = false;
            }
            declarations.Insert(0, $"partial {Keyword(current)} {current.ToDisplayString(NameAndParameters)}");
        }
        return isPartial ? declarations.ToEquatableArray() : null;
    }

    private static readonly SymbolDisplayFormat NameAndParameters = new(
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    private static string Keyword(INamedTypeSymbol type) => type switch
    {
        { IsRecord: true, IsValueType: true } => "record struct",
        { IsRecord: true } => "record",
        { TypeKind: TypeKind.Struct } => "struct",
        { TypeKind: TypeKind.Interface } => "interface",
        _ => "class",
    };
}
