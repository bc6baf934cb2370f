using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace KubeBuilderNet.Client.Json;

/// <summary>Kubernetes' Time: RFC 3339 in UTC. A fraction is written only when there is one. Null reads as the zero time, as in Go.</summary>
internal sealed class TimeConverter : JsonConverter<DateTime>
{
    public override bool HandleNull => true;

    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Times.Read(ref reader).UtcDateTime;

    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) => Times.Write(writer, value);
}

/// <summary>The same for properties that keep an offset.</summary>
internal sealed class TimeOffsetConverter : JsonConverter<DateTimeOffset>
{
    public override bool HandleNull => true;

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Times.Read(ref reader);

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => Times.Write(writer, value.UtcDateTime);
}

/// <summary>Kubernetes' MicroTime: always six digits of a fraction, because Go's parser refuses any other number.</summary>
internal sealed class MicroTimeConverter : JsonConverter<DateTime>
{
    public override bool HandleNull => true;

    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Times.Read(ref reader).UtcDateTime;

    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) => writer.WriteStringValue(Times.FormatMicro(value));
}

/// <summary>The same for a time that may be missing.</summary>
internal sealed class OptionalMicroTimeConverter : JsonConverter<DateTime?>
{
    public override DateTime? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Null ? null : Times.Read(ref reader).UtcDateTime;

    public override void Write(Utf8JsonWriter writer, DateTime? value, JsonSerializerOptions options)
    {
        if (value is { } time)
            writer.WriteStringValue(Times.FormatMicro(time));
        else
            writer.WriteNullValue();
    }
}

internal static class Times
{
    internal static DateTimeOffset Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return default;
        if (reader.TokenType != JsonTokenType.String)
            throw new JsonException("A time must be a string in RFC 3339.");
        if (reader.TryGetDateTimeOffset(out var time))
            return time;
        var text = reader.GetString();
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time)
            ? time
            : throw new JsonException($"'{text}' is not a time in RFC 3339.");
    }

    internal static void Write(Utf8JsonWriter writer, DateTime time)
    {
        time = Utc(time);
        if (time.Ticks % TimeSpan.TicksPerSecond != 0)
        {
            writer.WriteStringValue(time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture));
            return;
        }
        Span<byte> text = stackalloc byte["0000-00-00T00:00:00Z".Length];
        time.TryFormat(text, out var length, "s", CultureInfo.InvariantCulture);
        text[length] = (byte)'Z';
        writer.WriteStringValue(text);
    }

    internal static string FormatMicro(DateTime time) => Utc(time).ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    private static DateTime Utc(DateTime time) => time.Kind == DateTimeKind.Local ? time.ToUniversalTime() : time;
}
