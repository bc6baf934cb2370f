using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;

namespace KubeBuilderNet.Generators.Parsing.Checks.Values;

/// <summary>The type of a value.</summary>
internal static class TypeCheck
{
    public static string? Apply(Schema schema, JsonValue value)
    {
        if (schema.IntOrString)
        {
            return value.Kind == JsonKind.Text || (value.Kind == JsonKind.Number && JsonNumber.IsWhole(value.Text))
                ? null
                : $"{value} is neither an integer nor a text";
        }
        if (schema.Type is null)
            return value.Kind != JsonKind.Null || schema.PreserveUnknownFields ? null : "null isn't allowed without [Nullable]";
        return Fits(schema.Type, value) ? null : $"{value} is no {schema.Type}";
    }

    private static bool Fits(string type, JsonValue value) => (type, value.Kind) switch
    {
        ("integer", JsonKind.Number) => JsonNumber.IsWhole(value.Text),
        ("number", JsonKind.Number) => true,
        ("string", JsonKind.Text) => true,
        ("boolean", JsonKind.Boolean) => true,
        ("array", JsonKind.Array) => true,
        ("object", JsonKind.Object) => true,
        _ => false,
    };
}
