using System.Buffers;
using System.Globalization;
using System.Text;

namespace KubeBuilderNet.Client.Json;

/// <summary>Makes JSON that a YAML reader takes for the same: the API server reads an applied object as YAML.</summary>
/// <remarks>
/// YAML's escapes name whole characters, so it refuses one beyond U+FFFF that JSON spells as two halves; such a character is
/// written as itself. Everything else that a JSON writer makes is YAML.
/// </remarks>
internal static class YamlSafe
{
    private const int EscapeLength = 6;

    internal static ReadOnlyMemory<byte> Write(ReadOnlyMemory<byte> json)
    {
        var rest = json.Span;
        if (NextPair(rest) < 0)
            return json;
        var safe = new ArrayBufferWriter<byte>(rest.Length);
        for (var pair = NextPair(rest); pair >= 0; pair = NextPair(rest))
        {
            safe.Write(rest[..pair]);
            var whole = new Rune((char)Half(rest, pair), (char)Half(rest, pair + EscapeLength));
            safe.Advance(whole.EncodeToUtf8(safe.GetSpan(4)));
            rest = rest[(pair + (2 * EscapeLength))..];
        }

        safe.Write(rest);
        return safe.WrittenMemory;
    }

    // Where the next escaped pair starts. A backslash escapes the character after it, so both are stepped over together.
    private static int NextPair(ReadOnlySpan<byte> json)
    {
        for (var at = json.IndexOf((byte)'\\'); at >= 0 && at < json.Length;)
        {
            if (char.IsSurrogatePair((char)Half(json, at), (char)Half(json, at + EscapeLength)))
                return at;
            var next = json[Math.Min(at + 2, json.Length)..].IndexOf((byte)'\\');
            if (next < 0)
                return -1;
            at += 2 + next;
        }

        return -1;
    }

    /// <summary>The code unit that an escape at this place names; zero when there is none.</summary>
    private static int Half(ReadOnlySpan<byte> json, int at) =>
        at + EscapeLength <= json.Length && json[at] == '\\' && json[at + 1] == 'u'
            && int.TryParse(json.Slice(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
            ? unit
            : 0;
}
