using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;
using KubeBuilderNet.Generators.Parsing.Schemas;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing.Applying;

/// <summary>Reads which properties tell the items of a list apart: those that <c>[ListType(ListType.Map, ...)]</c> names.</summary>
internal static class ApplyKeys
{
    /// <summary>None for a list without keys, and for one whose keys aren't all plain values of its items.</summary>
    public static EquatableArray<ApplyKey> Of(SerializedProperty property)
    {
        if (ListSchema.ElementType(property.Symbol.Type) is not INamedTypeSymbol item || Names(property.Attributes) is not { Count: > 0 } names)
            return EquatableArray<ApplyKey>.Empty;
        var members = SerializedProperties.Of(item);
        var keys = names.Select(name => members.Find(member => member.JsonName == name)).OfType<SerializedProperty>().Select(Key).ToList();
        return keys.Count == names.Count ? keys.ToEquatableArray() : EquatableArray<ApplyKey>.Empty;
    }

    private static List<string> Names(DeclaredAttributes attributes) => attributes.All
        .Where(static attribute => attribute.AttributeClass.Is(KnownTypeNames.Annotations, "ListTypeAttribute")
            && attribute.ConstructorArguments.Length == 2 && attribute.ConstructorArguments[1].Kind == TypedConstantKind.Array
            && attribute.NamedConstant("At") is null)
        .SelectMany(static attribute => attribute.ConstructorArguments[1].Values.Select(static value => value.Value as string ?? ""))
        .ToList();

    private static ApplyKey Key(SerializedProperty member)
    {
        var type = member.Symbol.Type;
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            type = nullable.TypeArguments[0];
        return new ApplyKey(member.Symbol.Name, JsonNames.CamelCase(member.Symbol.Name), ApplyTypeNames.CSharp(type.WithNullableAnnotation(NullableAnnotation.None)));
    }
}
