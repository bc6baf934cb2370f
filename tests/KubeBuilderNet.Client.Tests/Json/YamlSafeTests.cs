using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using KubeBuilderNet.Client.Json;

namespace KubeBuilderNet.Client.Tests.Json;

public sealed class YamlSafeTests
{
    [Theory]
    [InlineData("""{"a":"\uD83D\uDE00"}""", """{"a":"😀"}""")]
    [InlineData("""{"a":"x\ud83d\ude00\ud83d\udE01y"}""", """{"a":"x😀😁y"}""")]
    [InlineData("""{"a":"\\uD83D\\uDE00"}""", """{"a":"\\uD83D\\uDE00"}""")]
    [InlineData("""{"a":"\\\uD83D\uDE00\n"}""", """{"a":"\\😀\n"}""")]
    [InlineData("""{"a":"\u00e9\uD83D"}""", """{"a":"\u00e9\uD83D"}""")]
    [InlineData("""{"a":"plain"}""", """{"a":"plain"}""")]
    [InlineData("\"\\", "\"\\")]
    public void Only_escaped_pairs_are_written_as_themselves(string json, string expected) =>
        Assert.Equal(expected, Encoding.UTF8.GetString(YamlSafe.Write(Encoding.UTF8.GetBytes(json)).Span));

    [Fact]
    public void An_applied_text_keeps_its_meaning_and_has_no_pair_left() => Gen.String.Sample(text =>
    {
        if (!text.IsNormalizedUtf16())
            return;
        var body = Patch.Apply(new JsonObject { ["text"] = text + "😀" }).Body;
        Assert.Equal(text + "😀", (string?)JsonNode.Parse(body.Span)!["text"]);
        Assert.DoesNotContain("\\uD83D", Encoding.UTF8.GetString(body.Span), StringComparison.OrdinalIgnoreCase);
    });
}

file static class Texts
{
    /// <summary>Whether every half of a pair has its other half: only such text can be UTF-8.</summary>
    internal static bool IsNormalizedUtf16(this string text) => !text.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar);
}
