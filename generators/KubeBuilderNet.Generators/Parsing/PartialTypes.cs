using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KubeBuilderNet.Generators.Parsing;

/// <summary>What is needed to write another partial declaration of a type.</summary>
internal static class PartialTypes
{
    /// <summary>Null when the type, or a type around it, is not partial.</summary>
    public static PartialType? TryRead(INamedTypeSymbol type)
    {
        var headers = new List<string>();
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (!IsPartial(current))
                return null;
            headers.Insert(0, $"partial {Keyword(current)} {current.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}");
        }

        var space = type.ContainingNamespace is { IsGlobalNamespace: false } named ? named.ToDisplayString() : null;
        var hint = type.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat).Replace('<', '{').Replace('>', '}');
        return new PartialType(space, headers.ToEquatableArray(), hint, HidesBase(type));
    }

    private static bool IsPartial(INamedTypeSymbol type) => type.DeclaringSyntaxReferences
        .Any(reference => reference.GetSyntax() is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static string Keyword(INamedTypeSymbol type) => (type.IsRecord, type.TypeKind) switch
    {
        (true, TypeKind.Struct) => "record struct",
        (true, _) => "record",
        (_, TypeKind.Struct) => "struct",
        (_, TypeKind.Interface) => "interface",
        _ => "class",
    };

    // A base class of the project gets a copy of its own, which the derived class's must hide.
    private static bool HidesBase(INamedTypeSymbol type)
    {
        for (var ancestor = type.BaseType; ancestor is { SpecialType: SpecialType.None }; ancestor = ancestor.BaseType)
        {
            if (ancestor.GetMembers("DeepCopy").Length > 0)
                return true;
        }

        return false;
    }
}
