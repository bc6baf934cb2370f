namespace KubeBuilderNet.Generators.Parsing.Checks.Re2;

/// <summary>What may follow <c>(?</c>: a name, or flags.</summary>
internal static class GroupHeads
{
    // The first that the text starts with decides: longer ones stand before what they begin with.
    private static readonly (string Start, string Advice)[] Foreign =
    [
        ("?<=", "RE2 has no lookbehind; match the text before it as a part of the pattern, or use [CelRule]"),
        ("?<!", "RE2 has no lookbehind; say what may come before it, or use [CelRule]"),
        ("?=", "RE2 has no lookahead; match the text as a part of the pattern, or use a second [CelRule(\"self.matches('…')\")]"),
        ("?!", "RE2 has no lookahead; say what may follow in place of what may not, or use [CelRule(\"!self.matches('…')\")]"),
        ("?>", "RE2 has no atomic groups, and needs none as it never backtracks; write '(?:'"),
        ("?#", "RE2 has no comments; leave it out"),
        ("?(", "RE2 has no conditions; write the alternatives with '|'"),
        ("?'", "write '(?P<name>…)' for a group with a name"),
        ("?|", "RE2 has no branch reset; write '(?:'"),
        ("?R", "RE2 has no recursion; use [CelRule] for what nests"),
        ("?P=", "RE2 has no backreferences; write the text once more, or use [CelRule]"),
        ("?P>", "RE2 has no recursion; use [CelRule] for what nests"),
    ];

    /// <summary>Reads behind <c>(</c>. False when it was flags alone, which open no group.</summary>
    public static bool Read(PatternText text, int start)
    {
        foreach (var (foreign, advice) in Foreign)
        {
            if (text.TryTake(foreign))
                throw text.Fault(start, advice);
        }
        if (text.TryTake("?P<") || text.TryTake("?<"))
        {
            ReadName(text, start);
            return true;
        }
        text.Skip();
        return ReadFlags(text, start);
    }

    private static void ReadName(PatternText text, int start)
    {
        var first = text.Position;
        var end = text.Find(">");
        if (end < 0)
            throw text.Fault(start, "the group's name has no end; write '>' after it");
        var name = text.Between(first, end);
        text.MoveTo(end + 1);
        if (name.Length == 0 || !name.All(IsOfName))
            throw text.Fault(start, "a group's name is letters of English, digits and '_'");
    }

    private static bool IsOfName(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_';

    private static bool ReadFlags(PatternText text, int start)
    {
        var negated = false;
        var isNeeded = false;
        while (true)
        {
            switch (text.Take())
            {
                case 'i' or 'm' or 's' or 'U':
                    isNeeded = false;
                    continue;
                case '-' when !negated:
                    negated = isNeeded = true;
                    continue;
                case ':' when !isNeeded:
                    return true;
                case ')' when !isNeeded:
                    return false;
                case 'x' or 'n':
                    throw text.Fault(start, "RE2 has the flags i, m, s and U only; write the pattern without white space and comments");
                default:
                    throw text.Fault(start, "RE2 knows no such group; write '(…)', '(?:…)' or '(?P<name>…)', or flags of i, m, s and U");
            }
        }
    }
}
