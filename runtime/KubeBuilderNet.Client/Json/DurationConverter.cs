using System.Text.Json;
using System.Text.Json.Serialization;
using System.Xml;

namespace KubeBuilderNet.Client.Json;

/// <summary>Kubernetes' Duration: written as Go does (<c>1h30m0s</c>); ISO 8601 (<c>PT1H30M</c>) is read too.</summary>
internal sealed class DurationConverter : JsonConverter<TimeSpan>
{
    public override bool HandleNull => true;

    public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return TimeSpan.Zero;
        if (reader.TokenType != JsonTokenType.String)
            throw new JsonException("A duration must be a string such as \"1h30m\".");
        var text = reader.GetString()!;
        try
        {
            return GoDuration.TryParse(text, out var duration) ? duration : XmlConvert.ToTimeSpan(text);
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            throw new JsonException($"'{text}' is not a duration such as 1h30m0s.", e);
        }
    }

    public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) =>
        writer.WriteStringValue(GoDuration.Format(value));
}
