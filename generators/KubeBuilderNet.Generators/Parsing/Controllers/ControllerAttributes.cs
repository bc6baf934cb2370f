using KubeBuilderNet.Generators.Diagnostics;
using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KubeBuilderNet.Generators.Parsing.Controllers;

/// <summary>Reads <c>[For]</c>, <c>[Owns]</c>, <c>[Watches]</c> and <c>[Controller]</c> of one reconciler, and collects what is wrong with them.</summary>
internal sealed class ControllerAttributes(INamedTypeSymbol reconciler, Compilation compilation, CancellationToken cancellation)
{
    private readonly ControllerMembers _members = new(reconciler, compilation);

    public List<DiagnosticInfo> Diagnostics { get; } = [];

    /// <summary>What is owned, then what is watched, each in the order in which it is written.</summary>
    public EquatableArray<ControllerWatch> Watches()
    {
        var owned = ControllerKinds.Attributes(reconciler, KnownTypeNames.OwnsAttribute)
            .Select(one => new ControllerWatch(one.Kind.GlobalName(), null, Predicate(one.Attribute, one.Kind), null));
        return owned.Concat(Mapped()).Distinct().ToEquatableArray();
    }

    /// <summary>Which changes of a kind that is reconciled count; null for all.</summary>
    public string? PredicateOf(INamedTypeSymbol resource) => ControllerKinds.Attributes(reconciler, KnownTypeNames.ForAttribute)
        .Where(one => SymbolEqualityComparer.Default.Equals(one.Kind, resource))
        .Select(one => Predicate(one.Attribute, one.Kind))
        .FirstOrDefault();

    /// <summary>Reports each <c>[For]</c> that is of no use.</summary>
    public void CheckFor(IReadOnlyCollection<INamedTypeSymbol> reconciled)
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var (attribute, kind) in ControllerKinds.Attributes(reconciler, KnownTypeNames.ForAttribute).Where(one => one.Kind.TypeKind != TypeKind.Error))
        {
            if (!reconciled.Contains(kind, SymbolEqualityComparer.Default))
                Report(DiagnosticDescriptors.IdleFor, attribute.GetLocation(cancellation), kind.Name,
                    $"'{reconciler.Name}' doesn't reconcile it. What it hears of other kinds is said by [Owns] and [Watches].");
            else if (!seen.Add(kind))
                Report(DiagnosticDescriptors.IdleFor, attribute.GetLocation(cancellation), kind.Name,
                    "there is another [For] of this kind. Combine their predicates with And or Or in a property.");
        }
    }

    /// <summary>What <c>[Controller]</c> sets, as assignments.</summary>
    public EquatableArray<string> Settings(int kinds)
    {
        if (reconciler.FindAttribute(KnownTypeNames.Annotations, "ControllerAttribute") is not { } attribute)
            return EquatableArray<string>.Empty;
        return ControllerSettings.Read(attribute, kinds, (option, fault) => Report(DiagnosticDescriptors.ImpossibleControllerOption, Place(attribute, option), option, fault));
    }

    private IEnumerable<ControllerWatch> Mapped()
    {
        foreach (var (attribute, kind) in ControllerKinds.Attributes(reconciler, KnownTypeNames.WatchesAttribute))
        {
            if (attribute.Argument(0) is not string name || kind.TypeKind == TypeKind.Error)
                continue;
            var predicate = Predicate(attribute, kind);
            if (Found(_members.Map(name, kind), Place(attribute)) is { } map)
                yield return new ControllerWatch(kind.GlobalName(), map, predicate, attribute.Named("Cluster") as string);
        }
    }

    private string? Predicate(AttributeData attribute, INamedTypeSymbol kind) => attribute.Named("Predicate") is string name && kind.TypeKind != TypeKind.Error
        ? Found(_members.Predicate(name, kind), Place(attribute, "Predicate"))
        : null;

    private T? Found<T>(MemberLookup<T> lookup, Location? place)
        where T : class
    {
        if (lookup.Problem is { } descriptor)
            Report(descriptor, place, [.. lookup.Arguments]);
        return lookup.Member;
    }

    /// <summary>Where an argument is written: the first one, or the one of a name; the whole attribute when it isn't in source.</summary>
    private Location? Place(AttributeData attribute, string? name = null) => attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) is AttributeSyntax syntax
        ? (syntax.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name)?.Expression ?? (SyntaxNode)syntax).GetLocation()
        : null;

    private void Report(DiagnosticDescriptor descriptor, Location? location, params string[] arguments) =>
        Diagnostics.Add(DiagnosticInfo.Create(descriptor, location, arguments));
}
