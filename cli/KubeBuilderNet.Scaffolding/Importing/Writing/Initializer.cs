using System.Globalization;
using KubeBuilderNet.Generators.Model;
using KubeBuilderNet.Scaffolding.Importing.Reading;
using KubeBuilderNet.Scaffolding.Importing.Types;

namespace KubeBuilderNet.Scaffolding.Importing.Writing;

/// <summary>Defaults that a property's initializer says exactly.</summary>
internal static class Initializer
{
    /// <summary>The initializer, empty where C#'s own zero says it; null where only an attribute does.</summary>
    public static string? Of(Schema schema, CSharpType type, Func<string, bool> hides) => (schema.Default, type) switch
    {
        (null, _) => null,
        (var json, EnumType { Enum: var imported }) => OfEnum(json, imported, hides),
        (var json, SimpleType { IsUnread: false, IsRaw: false, Name: var name }) => OfSimple(json, name, schema),
        _ => null,
    };

    private static string? OfEnum(string json, ImportedEnum type, Func<string, bool> hides)
    {
        for (var i = 0; i < type.Values.Count; i++)
        {
            if (type.Values[i] == json && !hides(type.Name))
                return $" = {type.Name}.{type.Members[i]};";
        }
        return null;
    }

    private static string? OfSimple(string json, string type, Schema schema) => type switch
    {
        // An empty text in C# says that there is no default.
        "string" when JsonText.Unquoted(json) is { Length: > 0 } text => $" = {CSharpLiteral.Of(text)};",
        "bool" when json == "true" || (json == "false" && schema.Nullable) => $" = {json};",
        "bool" when json == "false" => "",
        "int" when int.TryParse(json, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) => OfNumber(json, schema),
        "long" when long.TryParse(json, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) => OfNumber(json, schema),
        _ => null,
    };

    private static string OfNumber(string json, Schema schema)
    {
        var isZeroByItself = json == "0" && !schema.Nullable && (schema.Minimum ?? schema.Maximum ?? schema.MultipleOf) is null && schema.Enum.Count == 0;
        return isZeroByItself ? "" : $" = {CSharpLiteral.Number(json)};";
    }
}
