using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using k8s.Models;

namespace KubeBuilderNet.Client.Json;

/// <summary>Keeps the spelling in which a quantity was read (<c>1.5Gi</c>, <c>500e-3</c>, <c>-1</c>), which KubernetesClient's class loses.</summary>
/// <remarks>Quantities made in C# are written by KubernetesClient's class when not negative; a negative one is written from its absolute value.</remarks>
internal sealed class QuantityConverter : JsonConverter<ResourceQuantity>
{
    private const int Slots = 1024;
    private static readonly SearchValues<char> Letters = SearchValues.Create("0123456789+-.eEinumkMGTP");

    // Quantities don't change and few are different: an equal spelling is the same object, and need not be parsed again.
    private static readonly SpelledQuantity?[] Known = new SpelledQuantity?[Slots];

    public override ResourceQuantity? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType switch
        {
            JsonTokenType.String => StringPool.Read(ref reader)!,
            JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan),
            _ => throw new JsonException("A quantity must be a string or a number."),
        };
        ref var known = ref Known[(uint)text.GetHashCode(StringComparison.Ordinal) % Slots];
        return known is { } quantity && quantity.Spelling == text ? quantity : known = Parse(text);
    }

    public override void Write(Utf8JsonWriter writer, ResourceQuantity value, JsonSerializerOptions options)
    {
        if (value is SpelledQuantity read)
            writer.WriteStringValue(read.Spelling);
        else if (value.CanonicalizeString() is var text && text.StartsWith('-'))
            writer.WriteStringValue("-" + new ResourceQuantity(-value.ToDecimal(), 0, value.Format).CanonicalizeString());
        else
            writer.WriteStringValue(text);
    }

    private static SpelledQuantity Parse(string text)
    {
        // KubernetesClient's class would read 1,5 as fifteen.
        if (text.AsSpan().ContainsAnyExcept(Letters))
            throw new JsonException($"'{text}' is not a quantity such as 500m or 1Gi.");
        try
        {
            return new SpelledQuantity(text);
        }
        catch (Exception e) when (e is FormatException or OverflowException or ArgumentException)
        {
            throw new JsonException($"'{text}' is not a quantity such as 500m or 1Gi.", e);
        }
    }

    // A table beside the objects would cost every garbage collection: 20,000 pods made one of all generations last 1.3 s.
    private sealed class SpelledQuantity(string spelling) : ResourceQuantity(spelling)
    {
        internal string Spelling { get; } = spelling;
    }
}
