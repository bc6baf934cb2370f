namespace KubeBuilderNet.Generators.Parsing.Checks.Re2;

/// <summary>Characters in brackets: <c>[^a-z[:digit:]\p{Greek}]</c>.</summary>
internal static class CharacterClasses
{
    private static readonly HashSet<string> Posix = new(StringComparer.Ordinal)
    {
        "alnum", "alpha", "ascii", "blank", "cntrl", "digit", "graph", "lower", "print", "punct", "space", "upper", "word", "xdigit",
    };

    public static void Read(PatternText text)
    {
        var start = text.Position;
        text.Skip();
        text.TryTake("^");
        for (var isFirst = true; isFirst || text.Peek() != ']'; isFirst = false)
        {
            if (text.IsAtEnd)
                throw Unclosed(text, start);
            if (!TryReadPosix(text) && !UnicodeClasses.TryRead(text) && !CharacterEscapes.TryReadClass(text))
                ReadRange(text, start);
        }
        text.Skip();
    }

    private static void ReadRange(PatternText text, int start)
    {
        var first = text.Position;
        var low = ReadCharacter(text, start);
        // A hyphen before the bracket is one.
        if (text.Peek() != '-' || text.Peek(1) is ']' or '\0')
            return;
        text.Skip();
        if (ReadCharacter(text, start) < low)
            throw text.Fault(first, "the range runs backwards; write the lower character first, or the hyphen last");
    }

    private static int ReadCharacter(PatternText text, int start)
    {
        if (text.IsAtEnd)
            throw Unclosed(text, start);
        return text.Peek() == '\\' ? CharacterEscapes.Read(text) : text.Take();
    }

    private static bool TryReadPosix(PatternText text)
    {
        if (!text.StartsWith("[:") || text.Find(":]", 2) is not (var end and >= 0))
            return false;
        var start = text.Position;
        var name = text.Between(start + 2, end);
        text.MoveTo(end + 2);
        if (!Posix.Contains(name.StartsWith("^", StringComparison.Ordinal) ? name.Substring(1) : name))
            throw text.Fault(start, $"there is no such class; write one of {string.Join(", ", Posix.OrderBy(known => known, StringComparer.Ordinal))}");
        return true;
    }

    private static PatternException Unclosed(PatternText text, int start) =>
        text.Fault(start, "the bracket isn't closed; write ']', or '\\[' for the character itself");
}
