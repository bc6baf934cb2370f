using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace KubeBuilderNet.Client.Json;

/// <summary>One string for equal texts: thousands of cached objects say the same keys, kinds, namespaces and reasons.</summary>
/// <remarks>
/// A text is kept from the second time on that it is seen, so that what comes once (a uid, an address) drives nothing out. Threads may
/// overwrite each other's entries: the worst of it is a string more.
/// </remarks>
internal static class StringPool
{
    private const int Slots = 8192;
    private const int MaxLength = 64;
    private static readonly string?[] Strings = new string?[Slots];
    private static readonly uint[] SeenOnce = new uint[Slots];

    /// <summary>The text of the token that the reader stands on.</summary>
    internal static string? Read(ref Utf8JsonReader reader)
    {
        if (reader.HasValueSequence || reader.ValueIsEscaped || reader.ValueSpan.Length > MaxLength)
            return reader.GetString();
        var hash = Hash(reader.ValueSpan);
        var slot = hash % Slots;
        if (Strings[slot] is { } known && Ascii.Equals(reader.ValueSpan, known))
            return known;
        var text = reader.GetString();
        if (SeenOnce[slot] == hash)
            Strings[slot] = text;
        SeenOnce[slot] = hash;
        return text;
    }

    // FNV-1a. Texts that are made to collide cost memory, not correctness.
    private static uint Hash(ReadOnlySpan<byte> text)
    {
        var hash = 2166136261;
        foreach (var unit in text)
            hash = (hash ^ unit) * 16777619;
        return hash;
    }
}

/// <summary>Reads strings through the pool, keys of maps included.</summary>
internal sealed class PooledStringConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType == JsonTokenType.String
        ? StringPool.Read(ref reader)
        : reader.GetString();

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => StringPool.Read(ref reader)!;

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WritePropertyName(value);
}
