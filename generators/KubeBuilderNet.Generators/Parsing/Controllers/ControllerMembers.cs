using KubeBuilderNet.Generators.Diagnostics;
using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace KubeBuilderNet.Generators.Parsing.Controllers;

/// <summary>Finds the methods and predicates that a reconciler's attributes name, as code beside the reconciler sees them.</summary>
internal sealed class ControllerMembers(INamedTypeSymbol reconciler, Compilation compilation)
{
    /// <summary>The method that maps objects of a kind to requests.</summary>
    public MemberLookup<ControllerMap> Map(string name, INamedTypeSymbol kind)
    {
        var wanted = $"IEnumerable<ReconcileRequest> {name}({kind.ShortName()} changed)";
        var named = Members(name).OfType<IMethodSymbol>().Where(method => method.MethodKind == MethodKind.Ordinary).ToList();
        if (named.Count == 0)
            return MemberLookup<ControllerMap>.Not(DiagnosticDescriptors.MissingMember, reconciler.Name, $"no method '{name}': write 'internal {wanted}', static if it needs nothing of the reconciler");
        var seen = named.Where(IsAccessible).ToList();
        if (seen.Count == 0)
            return MemberLookup<ControllerMap>.Not(DiagnosticDescriptors.MissingMember, reconciler.Name, $"'{name}' for itself: generated code calls it, so make it internal or public");
        return seen.Find(method => Maps(method, kind)) is { } map
            ? MemberLookup<ControllerMap>.Of(new ControllerMap(Escaped(name), map.IsStatic))
            : MemberLookup<ControllerMap>.Not(DiagnosticDescriptors.WrongMap, name, kind.ShortName(), wanted);
    }

    /// <summary>The expression of a predicate for objects of a kind: a static member of the reconciler, else one of the usual predicates.</summary>
    public MemberLookup<string> Predicate(string name, INamedTypeSymbol kind)
    {
        var named = Members(name).FirstOrDefault();
        if (named is null)
            return Usual(name, kind) ?? MemberLookup<string>.Not(DiagnosticDescriptors.MissingMember, reconciler.Name,
                $"no static property or field '{name}', nor does KubeBuilderNet.Predicates.Predicate have such a property");
        if (!IsAccessible(named) || named is IPropertySymbol { GetMethod: { } getter } && !IsAccessible(getter))
            return MemberLookup<string>.Not(DiagnosticDescriptors.MissingMember, reconciler.Name, $"'{name}' for itself: generated code reads it, so make it internal or public");
        return Misfit(named, kind) is { } fault
            ? MemberLookup<string>.Not(DiagnosticDescriptors.WrongPredicate, name, kind.ShortName(), fault)
            : MemberLookup<string>.Of($"{reconciler.GlobalName()}.{Escaped(name)}");
    }

    private MemberLookup<string>? Usual(string name, INamedTypeSymbol kind)
    {
        var usual = compilation.GetTypeByMetadataName(KnownTypeNames.Predicate);
        return usual?.GetMembers(name).OfType<IPropertySymbol>().Any(property => Misfit(property, kind) is null) == true
            ? MemberLookup<string>.Of($"{usual.GlobalName()}.{name}")
            : null;
    }

    private string? Misfit(ISymbol member, INamedTypeSymbol kind)
    {
        var type = member switch
        {
            IPropertySymbol { GetMethod: not null } property => property.Type,
            IFieldSymbol field => field.Type,
            _ => null,
        };
        if (type is null)
            return "it is no property that can be read, and no field";
        if (!member.IsStatic)
            return "it must be static: it is asked before there is a reconciler";
        if (compilation.GetTypeByMetadataName(KnownTypeNames.PredicateOf) is { } predicate && !Converts(type, predicate.Construct(kind)))
            return $"it is a '{type.ShortName()}'";
        return type.NullableAnnotation == NullableAnnotation.Annotated ? "it may be null" : null;
    }

    private bool Maps(IMethodSymbol method, INamedTypeSymbol kind) =>
        method is { Parameters: [{ RefKind: RefKind.None } parameter], Arity: 0, ReturnNullableAnnotation: not NullableAnnotation.Annotated }
        && Converts(kind, parameter.Type)
        && (Requests is not { } requests || Converts(method.ReturnType, requests));

    private INamedTypeSymbol? Requests => compilation.GetTypeByMetadataName(KnownTypeNames.ReconcileRequest) is { } request
        ? compilation.GetSpecialType(SpecialType.System_Collections_Generic_IEnumerable_T).Construct(request)
        : null;

    private bool Converts(ITypeSymbol from, ITypeSymbol to) => compilation.ClassifyConversion(from, to).IsImplicit;

    private bool IsAccessible(ISymbol member) => compilation.IsSymbolAccessibleWithin(member, compilation.Assembly);

    private IEnumerable<ISymbol> Members(string name)
    {
        for (INamedTypeSymbol? current = reconciler; current is not null; current = current.BaseType)
        {
            foreach (var member in current.GetMembers(name))
                yield return member;
        }
    }

    private static string Escaped(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
}
