using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using k8s.Models;

namespace KubeBuilderNet.Client.Json;

/// <summary>Keeps the spelling in which a quantity was read (<c>1.5Gi</c>, <c>500e-3</c>, <c>-1</c>), which KubernetesClient's class loses.</summary>
/// <remarks>Quantities made in C# are written by KubernetesClient's class when not negative; a negative one is written from its absolute value.</remarks>
internal sealed class QuantityConverter : JsonConverter<ResourceQuantity>
{
    private static readonly SearchValues<char> Letters = SearchValues.Create("0123456789+-.eEinumkMGTP");
    private static readonly ConditionalWeakTable<ResourceQuantity, string> Spellings = [];

    public override ResourceQuantity? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString()!,
            JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan),
            _ => throw new JsonException("A quantity must be a string or a number."),
        };
        // KubernetesClient's class would read 1,5 as fifteen.
        if (text.AsSpan().ContainsAnyExcept(Letters))
            throw new JsonException($"'{text}' is not a quantity such as 500m or 1Gi.");
        try
        {
            var quantity = new ResourceQuantity(text);
            Spellings.Add(quantity, text);
            return quantity;
        }
        catch (Exception e) when (e is FormatException or OverflowException or ArgumentException)
        {
            throw new JsonException($"'{text}' is not a quantity such as 500m or 1Gi.", e);
        }
    }

    public override void Write(Utf8JsonWriter writer, ResourceQuantity value, JsonSerializerOptions options)
    {
        if (Spellings.TryGetValue(value, out var spelling))
            writer.WriteStringValue(spelling);
        else if (value.CanonicalizeString() is var text && text.StartsWith('-'))
            writer.WriteStringValue("-" + new ResourceQuantity(-value.ToDecimal(), 0, value.Format).CanonicalizeString());
        else
            writer.WriteStringValue(text);
    }
}
