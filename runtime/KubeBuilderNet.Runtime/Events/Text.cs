using System.Text;

namespace KubeBuilderNet.Events;

internal static class Text
{
    /// <summary>As much of a text as fits into so many bytes of UTF-8, no character cut in two.</summary>
    internal static string Cut(string text, int bytes)
    {
        if (text.Length * 3 <= bytes || Encoding.UTF8.GetByteCount(text) <= bytes)
            return text;
        var length = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if ((bytes -= rune.Utf8SequenceLength) < 0)
                break;
            length += rune.Utf16SequenceLength;
        }
        return text[..length];
    }
}
