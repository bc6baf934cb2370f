using KubeBuilderNet.Generators.Model;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing.Schemas;

/// <summary><c>T?</c> of a value type is <c>T</c>: that it may be missing is said by <c>required</c>.</summary>
internal static class NullableSchema
{
    public static Schema? TryBuild(ITypeSymbol type, SchemaTarget target, SchemaBuilder builder) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? builder.Build(nullable.TypeArguments[0], target)
            : null;
}
