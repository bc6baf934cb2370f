using System.Text;

namespace KubeBuilderNet.Generators.Emit;

/// <summary>Shortens descriptions as controller-gen does: at the end of a sentence, else of a word.</summary>
internal static class DescriptionLimit
{
    // Unicode's sentence terminals, those of living scripts.
    private const string Terminals = "!.?։؟۔।॥။።፧፨។៕‼⁇⁈⁉。！．？｡";

    public static string Apply(string text, int bytes)
    {
        if (Encoding.UTF8.GetByteCount(text) <= bytes)
            return text;
        var cut = Cut(text, bytes);
        for (var i = cut.Length - 1; i > 0; i--)
        {
            if (Terminals.IndexOf(cut[i]) >= 0)
                return cut.Substring(0, i + 1);
        }
        for (var i = cut.Length - 1; i > 0; i--)
        {
            if (char.IsWhiteSpace(cut[i]))
                return cut.Substring(0, i) + "...";
        }
        return cut + "...";
    }

    // Half a character is none.
    private static string Cut(string text, int bytes)
    {
        var end = 0;
        for (var i = 0; i < text.Length;)
        {
            var length = char.IsSurrogatePair(text, i) ? 2 : 1;
            bytes -= Encoding.UTF8.GetByteCount(text.ToCharArray(i, length));
            if (bytes < 0)
                break;
            end = i += length;
        }
        return text.Substring(0, end);
    }
}
