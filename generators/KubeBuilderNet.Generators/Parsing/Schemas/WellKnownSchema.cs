using KubeBuilderNet.Generators.Model;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing.Schemas;

/// <summary>Types of .NET that JSON holds as texts, and those that hold any JSON.</summary>
internal static class WellKnownSchema
{
    private static readonly Schema DateTime = new() { Type = "string", Format = "date-time" };
    private static readonly Schema Date = new() { Type = "string", Format = "date" };
    private static readonly Schema Guid = new()
    {
        Type = "string",
        Format = "uuid",
        // The format alone allows the dashes to be left out, which .NET doesn't read.
        Pattern = "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$",
    };
    private static readonly Schema Uri = new() { Type = "string", Format = "uri" };
    private static readonly Schema Bytes = new() { Type = "string", Format = "byte" };
    private static readonly Schema Text = new() { Type = "string" };
    private static readonly Schema AnyObject = new() { Type = "object", PreserveUnknownFields = true };

    private static readonly Schema Duration = new()
    {
        Type = "string",
        Pattern = @"^[-+]?(0|(([0-9]+(\.[0-9]*)?|\.[0-9]+)(ns|us|µs|μs|ms|s|m|h))+)$",
    };

    public static Schema? TryBuild(ITypeSymbol type, SchemaTarget target, SchemaBuilder builder)
    {
        if (type is IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: SpecialType.System_Byte } || IsMemoryOfBytes(type))
            return Bytes;
        return type.SpecialType switch
        {
            SpecialType.System_DateTime => DateTime,
            SpecialType.System_Object => Schema.PreserveAnything,
            _ when type.IsIn("System") => OfSystem(type.Name),
            _ when type.IsIn("System.Text.Json") => type.Name is "JsonElement" or "JsonDocument" ? Schema.PreserveAnything : null,
            _ when type.IsIn("System.Text.Json.Nodes") => OfNodes(type.Name),
            _ => null,
        };
    }

    private static bool IsMemoryOfBytes(ITypeSymbol type) => type is INamedTypeSymbol
    {
        Name: "Memory" or "ReadOnlyMemory",
        TypeArguments: [{ SpecialType: SpecialType.System_Byte }],
    } && type.IsIn("System");

    private static Schema? OfSystem(string name) => name switch
    {
        "DateTimeOffset" => DateTime,
        "DateOnly" => Date,
        "TimeSpan" => Duration,
        "Guid" => Guid,
        "Uri" => Uri,
        "TimeOnly" or "Version" => Text,
        _ => null,
    };

    private static Schema? OfNodes(string name) => name switch
    {
        "JsonNode" or "JsonValue" => Schema.PreserveAnything,
        "JsonObject" => AnyObject,
        "JsonArray" => new Schema { Type = "array", Items = Schema.PreserveAnything },
        _ => null,
    };
}
