using KubeBuilderNet.Generators.Diagnostics;
using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KubeBuilderNet.Generators.Parsing.Controllers;

/// <summary>Finds classes that implement <c>IReconciler&lt;T&gt;</c>, and reads what their attributes say of their controllers.</summary>
internal static class ControllerParser
{
    private static readonly Result<EquatableArray<ControllerRegistration>> None = new(null, EquatableArray<DiagnosticInfo>.Empty);

    // Binding a class costs more than all else here, and a project may have a thousand resources.
    public static bool MayBeReconciler(SyntaxNode node) => node is ClassDeclarationSyntax { BaseList: { } bases } && !IsResource(bases);

    private static bool IsResource(BaseListSyntax bases) => bases.Types[0].Type is GenericNameSyntax { Identifier.ValueText: "CustomResource" };

    /// <summary>Whether a class is a reconciler that can be made.</summary>
    public static bool IsController(INamedTypeSymbol type) =>
        type is { IsAbstract: false, IsGenericType: false, DeclaredAccessibility: not (Accessibility.Private or Accessibility.Protected) } && ControllerKinds.Reconciled(type).Any();

    /// <summary>One registration for each kind that the class reconciles; none when it isn't a reconciler that can be made.</summary>
    public static Result<EquatableArray<ControllerRegistration>> Parse(INamedTypeSymbol? type, Compilation compilation, CancellationToken cancellation)
    {
        if (type is null || !IsController(type))
            return None;
        var reconciled = ControllerKinds.Reconciled(type).ToList();
        var attributes = new ControllerAttributes(type, compilation, cancellation);
        var watches = attributes.Watches();
        var settings = attributes.Settings(reconciled.Count);
        var registrations = reconciled.Select((resource, index) => new ControllerRegistration(type.GlobalName(), resource.GlobalName())
        {
            Predicate = attributes.PredicateOf(resource),
            Watches = watches,
            Settings = settings,
            // The rights are those of the class: they are said, and checked, once.
            Needs = index == 0 ? ControllerNeeds.Of(type, cancellation) : EquatableArray<NeededRule>.Empty,
        }).ToEquatableArray();
        attributes.CheckFor(reconciled);
        return new(registrations, attributes.Diagnostics.ToEquatableArray());
    }
}
