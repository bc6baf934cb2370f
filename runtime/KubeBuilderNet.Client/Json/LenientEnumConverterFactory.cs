using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace KubeBuilderNet.Client.Json;

/// <summary>Enums by their names in JSON; a name that the enum doesn't have (a newer or older object's) doesn't stop the reading.</summary>
[RequiresDynamicCode("Makes a converter for each enum type.")]
[RequiresUnreferencedCode("Reads the enum's fields.")]
internal sealed class LenientEnumConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => (Nullable.GetUnderlyingType(typeToConvert) ?? typeToConvert).IsEnum;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
    {
        var converter = Nullable.GetUnderlyingType(typeToConvert) is { } inner
            ? typeof(LenientNullableEnumConverter<>).MakeGenericType(inner)
            : typeof(LenientEnumConverter<>).MakeGenericType(typeToConvert);
        return (JsonConverter)Activator.CreateInstance(converter)!;
    }
}

/// <summary>An unknown name reads as the enum's default.</summary>
internal sealed class LenientEnumConverter<TEnum> : JsonConverter<TEnum>
    where TEnum : struct, Enum
{
    public override bool HandleNull => true;

    public override TEnum Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        EnumNames<TEnum>.Read(ref reader) ?? default;

    public override void Write(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options) =>
        writer.WriteStringValue(EnumNames<TEnum>.NameOf(value));

    public override TEnum ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        EnumNames<TEnum>.Find(reader.GetString()!) ?? default;

    public override void WriteAsPropertyName(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options) =>
        writer.WritePropertyName(EnumNames<TEnum>.NameOf(value));
}

/// <summary>An unknown name reads as null.</summary>
internal sealed class LenientNullableEnumConverter<TEnum> : JsonConverter<TEnum?>
    where TEnum : struct, Enum
{
    public override TEnum? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        EnumNames<TEnum>.Read(ref reader);

    public override void Write(Utf8JsonWriter writer, TEnum? value, JsonSerializerOptions options)
    {
        if (value is { } known)
            writer.WriteStringValue(EnumNames<TEnum>.NameOf(known));
        else
            writer.WriteNullValue();
    }
}

internal static class EnumNames<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] TEnum>
    where TEnum : struct, Enum
{
    private static readonly FrozenDictionary<string, TEnum> ByName = typeof(TEnum).GetFields(BindingFlags.Public | BindingFlags.Static)
        .ToFrozenDictionary(field => field.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? field.Name,
            field => (TEnum)field.GetValue(null)!, StringComparer.Ordinal);

    private static readonly FrozenDictionary<TEnum, string> ByValue = ByName.DistinctBy(pair => pair.Value)
        .ToFrozenDictionary(pair => pair.Value, pair => pair.Key);

    internal static TEnum? Read(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.String => Find(reader.GetString()!),
        _ => throw new JsonException($"A {typeof(TEnum).Name} must be a string: {string.Join(", ", ByName.Keys.Order(StringComparer.Ordinal))}."),
    };

    internal static TEnum? Find(string name) => ByName.TryGetValue(name, out var value) ? value : null;

    internal static string NameOf(TEnum value) => ByValue.TryGetValue(value, out var name)
        ? name
        : ((IFormattable)value).ToString("D", CultureInfo.InvariantCulture);
}
