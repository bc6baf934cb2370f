using YamlDotNet.Core;

namespace KubeBuilderNet.Build.Yaml;

/// <summary>Chooses how a string is spelled, so that no reader takes it for a number, a boolean, a date or syntax.</summary>
/// <remarks>
/// A string goes unquoted only when it starts like a word or a path and is none of the words that YAML 1.1 gives a meaning, as
/// https://yaml.org/type/ lists them; numbers and dates of every version start with a digit, a sign or a dot and a digit.
/// </remarks>
internal static class TextStyle
{
    private static readonly HashSet<string> Meaningful = new(StringComparer.OrdinalIgnoreCase)
    {
        "y", "yes", "n", "no", "true", "false", "on", "off", "null", ".inf", ".nan",
    };

    internal static ScalarStyle Of(string text, bool isKey)
    {
        if (IsWord(text))
            return ScalarStyle.Plain;
        return !isKey && IsParagraph(text) ? ScalarStyle.Literal : ScalarStyle.DoubleQuoted;
    }

    private static bool IsWord(string text)
    {
        if (text.Length == 0 || Meaningful.Contains(text) || !StartsLikeWord(text))
            return false;
        for (var i = 1; i < text.Length; i++)
        {
            if (!IsPlain(text[i]) && !IsHarmlessColon(text, i))
                return false;
        }

        return text[text.Length - 1] != ' ';
    }

    private static bool StartsLikeWord(string text) =>
        IsLetter(text[0]) || text[0] == '/' || (text[0] == '.' && text.Length > 1 && IsLetter(text[1]));

    private static bool IsLetter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    private static bool IsPlain(char c) =>
        IsLetter(c) || c is (>= '0' and <= '9') or ' ' or '-' or '_' or '.' or '/' or '+' or '(' or ')' or ';' or '=' or '\'' or ','
            or '@' or '^' or '*' or '$' or '?' or '<' or '>' or '~';

    // A colon ends a key only where white space or the end follows.
    private static bool IsHarmlessColon(string text, int at) => text[at] == ':' && at + 1 < text.Length && IsPlain(text[at + 1]) && text[at + 1] != ' ';

    // A block keeps its lines as they are, so it must have no white space that one could not see, and no control characters.
    private static bool IsParagraph(string text)
    {
        if (text.IndexOf('\n') < 0 || char.IsWhiteSpace(text[0]) || text[text.Length - 1] == '\n')
            return false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is < ' ' and not '\n' or >= '\u007f')
                return false;
            if (c == ' ' && (i + 1 == text.Length || text[i + 1] == '\n'))
                return false;
        }

        return true;
    }
}
