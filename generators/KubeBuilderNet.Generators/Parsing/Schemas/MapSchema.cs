using KubeBuilderNet.Generators.Model;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing.Schemas;

/// <summary>Dictionaries, whose keys must be texts in JSON.</summary>
internal static class MapSchema
{
    private const string Collections = "System.Collections.Generic";

    public static Schema? TryBuild(ITypeSymbol type, SchemaTarget target, SchemaBuilder builder)
    {
        if (type is not INamedTypeSymbol named || Map(named) is not { } map || map.IsIn("System.Text.Json.Nodes"))
            return null;
        var key = map.TypeArguments[0];
        if (!IsWrittenAsName(key))
            return builder.Unsupported(type, target, "the keys of a dictionary must be strings, an enum, or what JSON writes as a name: numbers, Guid, Uri, dates");
        if (named.Name.StartsWith("ReadOnlyDictionary", StringComparison.Ordinal) || named.IsIn("System.Collections.Frozen"))
            return builder.Unsupported(type, target, "System.Text.Json can't read it; use IReadOnlyDictionary or ImmutableDictionary");
        return new Schema { Type = "object", AdditionalProperties = builder.Build(map.TypeArguments[1], target) };
    }

    // What System.Text.Json has names of properties for.
    private static bool IsWrittenAsName(ITypeSymbol key) => key.TypeKind == TypeKind.Enum
        || key.SpecialType is (>= SpecialType.System_Boolean and <= SpecialType.System_String) or SpecialType.System_DateTime
        || (key.IsIn("System") && key.Name is "Guid" or "Uri" or "DateTimeOffset" or "DateOnly" or "TimeSpan" or "Version");

    /// <summary>The type of a dictionary's values, or null if it is none.</summary>
    public static ITypeSymbol? ValueType(ITypeSymbol type) => type is INamedTypeSymbol named && Map(named) is { } map ? map.TypeArguments[1] : null;

    private static INamedTypeSymbol? Map(INamedTypeSymbol type)
    {
        if (IsMap(type))
            return type;
        foreach (var implemented in type.AllInterfaces)
        {
            if (IsMap(implemented))
                return implemented;
        }
        return null;
    }

    private static bool IsMap(INamedTypeSymbol type) => type.TypeArguments.Length == 2
        && (type.Is(Collections, "IDictionary") || type.Is(Collections, "IReadOnlyDictionary"));
}
