namespace KubeBuilderNet.Generators.Parsing.Checks.Re2;

/// <summary>What may follow a backslash.</summary>
internal static class CharacterEscapes
{
    private const int MaxCodePoint = 0x10FFFF;

    private static readonly Dictionary<int, string> Advice = new()
    {
        ['Z'] = "write '$', or '\\z'",
        ['G'] = "leave it out; a pattern is tried once",
        ['h'] = "write '[ \\t]'",
        ['H'] = "write '[^ \\t]'",
        ['R'] = "write '(?:\\r\\n|\\n|\\r)'",
        ['K'] = "leave it out; a pattern only says whether a text fits",
        ['X'] = "write '.'",
        ['C'] = "write '.'",
        ['N'] = "write '.'",
        ['e'] = "write '\\x1B'",
        ['c'] = "write the control character as '\\x' and two hexadecimal digits",
        ['u'] = "write '\\x{…}' with the hexadecimal digits in the braces",
        ['U'] = "write '\\x{…}' with the hexadecimal digits in the braces",
        ['x'] = "write '\\x' and two hexadecimal digits, or '\\x{…}' up to 10FFFF",
        ['k'] = "RE2 has no backreferences; write the text once more, or use [CelRule]",
        ['g'] = "RE2 has no backreferences; write the text once more, or use [CelRule]",
        ['E'] = "it ends a '\\Q', and there is none before it",
        ['Q'] = "it can't stand in brackets; write a backslash before each character in place of it",
        ['b'] = "it can't stand in brackets; write '\\x08' for a backspace",
    };

    /// <summary>Whether a set of characters stands here, such as <c>\d</c>; then reads it.</summary>
    public static bool TryReadClass(PatternText text)
    {
        if (text.Peek() != '\\' || text.Peek(1) is not ('d' or 'D' or 's' or 'S' or 'w' or 'W'))
            return false;
        text.Skip(2);
        return true;
    }

    /// <summary>Reads one escaped character and returns its code point.</summary>
    public static int Read(PatternText text)
    {
        var start = text.Position;
        text.Skip();
        var c = text.Take();
        return c switch
        {
            -1 => throw text.Fault(start, "a backslash at the end escapes nothing; write '\\\\' for the character itself"),
            >= '1' and <= '7' when text.Peek() is < '0' or > '7' => throw Backreference(text, start),
            '8' or '9' => throw Backreference(text, start),
            >= '0' and <= '7' => Octal(text, c - '0'),
            'x' => Hexadecimal(text, start),
            'a' or 'f' or 'n' or 'r' or 't' or 'v' => "\a\f\n\r\t\v"["afnrtv".IndexOf((char)c)],
            < 0x80 when !IsAlphanumeric(c) => c,
            _ => throw Unknown(text, start, c),
        };
    }

    private static PatternException Backreference(PatternText text, int start) =>
        text.Fault(start, "RE2 has no backreferences; write the text once more, or use [CelRule]");

    private static PatternException Unknown(PatternText text, int start, int c) =>
        text.Fault(start, Advice.TryGetValue(c, out var advice) ? $"RE2 has no such escape; {advice}" : "RE2 has no such escape; leave the backslash out");

    private static int Octal(PatternText text, int value)
    {
        for (var digits = 1; digits < 3 && text.Peek() is >= '0' and <= '7'; digits++, text.Skip())
            value = (value * 8) + (text.Peek() - '0');
        return value;
    }

    private static int Hexadecimal(PatternText text, int start)
    {
        if (!text.TryTake("{"))
        {
            var (high, low) = (Digit(text.Take()), Digit(text.Take()));
            return high >= 0 && low >= 0 ? (high * 16) + low : throw Unknown(text, start, 'x');
        }
        var value = 0;
        for (var digits = 0; ; digits++)
        {
            var c = text.Take();
            if (c == '}' && digits > 0)
                return value;
            var digit = Digit(c);
            value = (value * 16) + digit;
            if (digit < 0 || value > MaxCodePoint)
                throw Unknown(text, start, 'x');
        }
    }

    private static int Digit(int c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'f' => c - 'a' + 10,
        >= 'A' and <= 'F' => c - 'A' + 10,
        _ => -1,
    };

    private static bool IsAlphanumeric(int c) => c is (>= '0' and <= '9') or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');
}
