using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KubeBuilderNet.Generators.Parsing;

/// <summary>Finds classes that implement <c>IReconciler&lt;T&gt;</c>.</summary>
internal static class ControllerParser
{
    // Binding a class costs more than all else here, and a project may have a thousand resources.
    public static bool MayBeReconciler(SyntaxNode node) => node is ClassDeclarationSyntax { BaseList: { } bases } && !IsResource(bases);

    private static bool IsResource(BaseListSyntax bases) => bases.Types[0].Type is GenericNameSyntax { Identifier.ValueText: "CustomResource" };

    /// <summary>One registration for each kind that the class reconciles; none when it isn't a reconciler that can be made.</summary>
    public static EquatableArray<ControllerRegistration> Parse(INamedTypeSymbol? type)
    {
        if (type is null or { IsAbstract: true } or { IsGenericType: true } || type.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected)
            return EquatableArray<ControllerRegistration>.Empty;
        var reconciled = Reconciled(type).ToList();
        if (reconciled.Count == 0)
            return EquatableArray<ControllerRegistration>.Empty;
        var owned = Owned(type).Select(Name).Distinct().ToEquatableArray();
        return reconciled.Select(resource => new ControllerRegistration(Name(type), Name(resource), owned)).ToEquatableArray();
    }

    /// <summary>The kinds that the class reconciles.</summary>
    public static IEnumerable<INamedTypeSymbol> Reconciled(INamedTypeSymbol type) => type.AllInterfaces
        .Where(face => IsNamed(face, KnownTypeNames.Reconciler))
        .Select(face => face.TypeArguments[0])
        .OfType<INamedTypeSymbol>();

    /// <summary>The kinds that its objects own.</summary>
    public static IEnumerable<INamedTypeSymbol> Owned(INamedTypeSymbol type) => type.GetAttributes()
        .Where(attribute => attribute.AttributeClass is { } applied && IsNamed(applied, KnownTypeNames.OwnsAttribute))
        .Select(attribute => attribute.AttributeClass!.TypeArguments[0])
        .OfType<INamedTypeSymbol>();

    private static bool IsNamed(INamedTypeSymbol type, string metadataName) =>
        metadataName.EndsWith("." + type.MetadataName, StringComparison.Ordinal)
        && type.ContainingNamespace.ToDisplayString() + "." + type.MetadataName == metadataName;

    private static string Name(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
}
