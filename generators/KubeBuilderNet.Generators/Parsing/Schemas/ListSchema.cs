using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing.Schemas;

/// <summary>Arrays, lists and sets.</summary>
internal static class ListSchema
{
    private static readonly EquatableArray<string> ByType = EquatableArray.Of("type");

    public static Schema? TryBuild(ITypeSymbol type, SchemaTarget target, SchemaBuilder builder)
    {
        if (type is IArrayTypeSymbol { Rank: > 1 })
            return builder.Unsupported(type, target, "JSON has no arrays of several dimensions; use a list of lists");
        if (CannotBeRead(type))
            return builder.Unsupported(type, target, "System.Text.Json can't read it; use IReadOnlyList, HashSet or an immutable collection");
        if (ElementType(type) is not { } element)
            return null;
        var schema = new Schema { Type = "array", Items = builder.Build(element, target) };
        // Kubernetes' API conventions: conditions are told apart by their type, so that each controller applies its own.
        return element.Is(KnownTypeNames.ModelsNamespace, "V1Condition") ? schema with { ListType = "map", ListMapKeys = ByType } : schema;
    }

    /// <summary>The type of the elements of an array, a list or a class that is one.</summary>
    public static ITypeSymbol? ElementType(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array)
            return array.ElementType;
        if (type is not INamedTypeSymbol named)
            return null;
        if (IsSequence(named))
            return named.TypeArguments[0];
        // A class of the user's that is a list is one in JSON, too.
        foreach (var implemented in named.AllInterfaces)
        {
            if (IsSequence(implemented))
                return implemented.TypeArguments[0];
        }
        return null;
    }

    private static bool CannotBeRead(ITypeSymbol type) => type.Name switch
    {
        "FrozenSet" => type.IsIn("System.Collections.Frozen"),
        "IReadOnlySet" => type.IsIn("System.Collections.Generic"),
        "ReadOnlyCollection" or "ReadOnlySet" => type.IsIn("System.Collections.ObjectModel"),
        _ => false,
    };

    private static bool IsSequence(INamedTypeSymbol type) =>
        type.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T;
}
