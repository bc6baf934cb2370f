using System.Text.Json.Serialization;
using KubeBuilderNet.Annotations;

namespace KubeBuilderNet.IntegrationTests.Oddities;

/// <summary>
/// Everything that YAML trips over: # no comment, "quotes", 'quotes', a	tab, an emoji 😀,
/// a colon: here, {braces}, [brackets], &amp;anchors, *stars, %percent, @at, `ticks`, back\slash.
/// <para>- no list</para>
/// <para>--- no document</para>
/// </summary>
[CustomResource("odd.baihl.io", "v1", Plural = "oddities")]
public sealed partial class Oddity : CustomResource<OdditySpec>;

/// <summary>yes</summary>
public sealed partial class OdditySpec
{
    /// <summary>null</summary>
    [JsonPropertyName("n")]
    public string N { get; set; } = "1e3";

    /// <summary>~</summary>
    [JsonPropertyName("y")]
    public string Y { get; set; } = "yes";

    /// <summary>1.0</summary>
    [JsonPropertyName("on")]
    public string On { get; set; } = "null";

    /// <summary>0o7</summary>
    [JsonPropertyName("null")]
    public string Null { get; set; } = "0o7";

    /// <summary>2001-12-14</summary>
    [JsonPropertyName("1_000")]
    public string Number { get; set; } = "1_000";

    /// <summary>on</summary>
    [JsonPropertyName("true")]
    public string True { get; set; } = "no";

    /// <summary>: #</summary>
    public string Text { get; set; } = "a: b #c\n\t\"d\" 😀 ";
}
