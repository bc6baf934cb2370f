using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing;

/// <summary>Says how a value of a type is copied, and reports each class it comes across.</summary>
internal sealed class CopyPlanner(Action<INamedTypeSymbol> reach)
{
    private static readonly CopyPlan Shared = CopyPlan.Share.Instance;

    private static readonly Dictionary<string, string> Lists = new(StringComparer.Ordinal)
    {
        ["IEnumerable`1"] = "List",
        ["ICollection`1"] = "List",
        ["IList`1"] = "List",
        ["IReadOnlyCollection`1"] = "List",
        ["IReadOnlyList`1"] = "List",
        ["List`1"] = "List",
        ["ImmutableArray`1"] = "Immutable",
        ["ImmutableList`1"] = "Immutable",
        ["HashSet`1"] = "Set",
        ["ISet`1"] = "Set",
        ["IReadOnlySet`1"] = "Set",
    };

    private static readonly Dictionary<string, string> Maps = new(StringComparer.Ordinal)
    {
        ["IDictionary`2"] = "Map",
        ["IReadOnlyDictionary`2"] = "Map",
        ["Dictionary`2"] = "Map",
        ["SortedDictionary`2"] = "SortedMap",
        ["ImmutableDictionary`2"] = "Immutable",
    };

    // Classes whose objects never change once made.
    private static readonly HashSet<string> ImmutableModels = new(StringComparer.Ordinal) { "ResourceQuantity", "IntOrString" };

    public CopyPlan PlanFor(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => new CopyPlan.Collection("Array", PlanFor(array.ElementType)),
        INamedTypeSymbol named => PlanFor(named),
        _ => Shared,
    };

    private CopyPlan PlanFor(INamedTypeSymbol type)
    {
        if (type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
            return PlanFor(type.TypeArguments[0]) is var value and not CopyPlan.Share ? new CopyPlan.Nullable(value) : Shared;
        var isSimple = type.SpecialType != SpecialType.None && !type.IsGenericType;
        if (isSimple || type.TypeKind is TypeKind.Enum or TypeKind.Delegate)
            return Shared;
        return Platform.Owns(type) ? PlanForCollection(type) ?? PlanForJson(type) ?? Shared : PlanForObject(type);
    }

    private CopyPlan? PlanForCollection(INamedTypeSymbol type)
    {
        if (!type.IsGenericType)
            return null;
        if (Lists.TryGetValue(type.MetadataName, out var list))
            return Collection(list, PlanFor(type.TypeArguments[0]));
        return Maps.TryGetValue(type.MetadataName, out var map) ? Collection(map, PlanFor(type.TypeArguments[1])) : null;
    }

    // What can't be changed, holding what can't be changed, needs no copy; a set's elements are values.
    private static CopyPlan Collection(string method, CopyPlan element) => (method, element) switch
    {
        ("Immutable", CopyPlan.Share) => Shared,
        ("Set", _) => new CopyPlan.Collection(method, Shared),
        _ => new CopyPlan.Collection(method, element),
    };

    private static CopyPlan.CloneJson? PlanForJson(INamedTypeSymbol type) => type.IsIn("System.Text.Json.Nodes")
        ? new CopyPlan.CloneJson(type.GlobalName())
        : null;

    private CopyPlan PlanForObject(INamedTypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Interface || type.IsAbstract)
            return Shared;
        if (ImmutableModels.Contains(type.Name) && type.IsIn(KnownTypeNames.ModelsNamespace))
            return Shared;
        if (type.IsValueType && !HoldsReferences(type))
            return Shared;
        reach(type);
        return new CopyPlan.Call(CanBeNull: !type.IsValueType);
    }

    private bool HoldsReferences(INamedTypeSymbol type) => type.GetMembers().OfType<IFieldSymbol>()
        .Any(field => !field.IsStatic && !SymbolEqualityComparer.Default.Equals(field.Type, type) && PlanFor(field.Type) is not CopyPlan.Share);
}
