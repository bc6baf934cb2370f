using KubeBuilderNet.Generators.Model;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing;

/// <summary>What is needed to write another partial declaration of a type.</summary>
internal static class PartialTypes
{
    /// <summary>Null when the type, or a type around it, is not partial.</summary>
    public static PartialType? TryRead(INamedTypeSymbol type, CancellationToken cancellation)
    {
        if (PartialDeclarations.Of(type, diagnostics: null, cancellation) is not { } declarations)
            return null;
        var space = type.ContainingNamespace is { IsGlobalNamespace: false } named ? named.ToDisplayString() : null;
        return new PartialType(space, declarations, type.HintName(), HidesBase(type));
    }

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
