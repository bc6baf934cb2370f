using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;
using KubeBuilderNet.Generators.Parsing.Documentation;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing.Schemas;

/// <summary>An enum is a text: one of its members' names in JSON, in the order of their declaration.</summary>
internal static class EnumSchema
{
    public static Schema? TryBuild(ITypeSymbol type, SchemaTarget target, SchemaBuilder builder)
    {
        if (type.TypeKind != TypeKind.Enum)
            return null;
        if (type.FindAttribute("System", "FlagsAttribute") is not null)
            return builder.Unsupported(type, target, "flags have no fixed set of names; use a list of an enum without [Flags]");
        return new Schema
        {
            Type = "string",
            Description = DocumentationReader.Summary(type, builder.Cancellation),
            Enum = Members(type).Select(member => JsonWriter.Quote(JsonNames.OfEnumMember(member))).ToEquatableArray(),
        };
    }

    /// <summary>The JSON name of the member with this value, or null if there is none.</summary>
    public static string? NameOf(ITypeSymbol type, object? value)
    {
        var member = Members(type).FirstOrDefault(member => Equals(member.ConstantValue, value));
        return member is null ? null : JsonWriter.Quote(JsonNames.OfEnumMember(member));
    }

    private static IEnumerable<IFieldSymbol> Members(ITypeSymbol type) =>
        type.GetMembers().OfType<IFieldSymbol>().Where(field => field.HasConstantValue);
}
