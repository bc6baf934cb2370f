using KubeBuilderNet.Generators.Model;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing.Applying;

/// <summary>What the apply configurations of a kind's classes are called, and where they are.</summary>
/// <param name="root">The kind's class: those of other projects' classes are beside it.</param>
internal sealed class ApplyTypeNames(INamedTypeSymbol root)
{
    private static readonly SymbolDisplayFormat WithNullable =
        SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary><c>Outer.Inner</c> to <c>OuterInnerApplyConfiguration</c>, <c>Pair&lt;Leaf&gt;</c> to <c>PairOfLeafApplyConfiguration</c>.</summary>
    public static string Of(INamedTypeSymbol type) => Stem(type) + ApplyType.Suffix;

    /// <summary>A type in C#, with what may be null in it, and not nullable itself.</summary>
    public static string CSharp(ITypeSymbol type) => type.ToDisplayString(WithNullable);

    public string? Namespace(INamedTypeSymbol type)
    {
        var owner = SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, root.ContainingAssembly) ? type : root;
        return owner.ContainingNamespace is { IsGlobalNamespace: false } space ? space.ToDisplayString() : null;
    }

    public string FullName(INamedTypeSymbol type) => Namespace(type) is { } space ? $"global::{space}.{Of(type)}" : $"global::{Of(type)}";

    private static string Stem(INamedTypeSymbol type)
    {
        var outer = type.ContainingType is { } containing ? Stem(containing) : "";
        var arguments = type.TypeArguments.IsEmpty ? "" : "Of" + string.Join("And", type.TypeArguments.Select(Argument));
        return outer + type.Name + arguments;
    }

    private static string Argument(ITypeSymbol type) => type switch
    {
        INamedTypeSymbol named => Stem(named),
        IArrayTypeSymbol array => "ArrayOf" + Argument(array.ElementType),
        _ => type.Name,
    };
}
