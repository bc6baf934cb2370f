using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using k8s.Models;

namespace KubeBuilderNet.Client.Json;

/// <summary>Keeps whether an int-or-string was a number or a string, which KubernetesClient's class forgets: <c>"8080"</c> stays a string.</summary>
/// <remarks>A value made in C# is written as a number when it reads as an Int32, as KubernetesClient does.</remarks>
internal sealed class IntOrStringConverter : JsonConverter<IntOrString>
{
    private static readonly ConditionalWeakTable<IntOrString, string> ReadAsString = [];

    public override IntOrString? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number)
            return reader.GetInt64().ToString(CultureInfo.InvariantCulture);
        if (reader.TokenType != JsonTokenType.String)
            throw new JsonException("An int-or-string must be a number or a string.");
        var text = reader.GetString()!;
        IntOrString value = text;
        if (int.TryParse(text, CultureInfo.InvariantCulture, out _))
            ReadAsString.Add(value, text);
        return value;
    }

    public override void Write(Utf8JsonWriter writer, IntOrString value, JsonSerializerOptions options)
    {
        var keptAsString = ReadAsString.TryGetValue(value, out var original) && original == value.Value;
        if (!keptAsString && int.TryParse(value.Value, CultureInfo.InvariantCulture, out var number))
            writer.WriteNumberValue(number);
        else
            writer.WriteStringValue(value.Value);
    }
}
