namespace KubeBuilderNet.Generators.Parsing.Checks.Re2;

/// <summary>Counted repetitions: <c>{2}</c>, <c>{2,}</c>, <c>{2,5}</c>. Any other brace is a brace.</summary>
internal static class Counts
{
    private const int TooMany = 100_000_000;

    /// <param name="text">Stands at the brace; behind the repetition after it, and where it was if it isn't one.</param>
    /// <param name="limit">The greatest number allowed.</param>
    /// <param name="factor">The larger of the two numbers.</param>
    public static bool TryRead(PatternText text, int limit, out int factor)
    {
        factor = 1;
        var start = text.Position;
        text.Skip();
        if (!TryNumber(text, out var minimum))
            return Back(text, start);
        var maximum = minimum;
        if (text.TryTake(",") && !TryNumber(text, out maximum))
            maximum = -1;
        if (!text.TryTake("}"))
            return Back(text, start);
        if (minimum > limit || maximum > limit)
            throw text.Fault(start, $"RE2 repeats at most {limit} times; limit the length with [MaximumLength] in place of it");
        if (maximum >= 0 && minimum > maximum)
            throw text.Fault(start, "the first number is the smaller one");
        factor = maximum >= 0 ? maximum : Math.Max(1, minimum);
        return true;
    }

    private static bool Back(PatternText text, int start)
    {
        text.MoveTo(start);
        return false;
    }

    private static bool TryNumber(PatternText text, out int number)
    {
        number = 0;
        // A number with a leading zero is no number.
        if (text.Peek() is < '0' or > '9' || (text.Peek() == '0' && text.Peek(1) is >= '0' and <= '9'))
            return false;
        for (; text.Peek() is >= '0' and <= '9'; text.Skip())
            number = Math.Min(TooMany, (number * 10) + (text.Peek() - '0'));
        return true;
    }
}
