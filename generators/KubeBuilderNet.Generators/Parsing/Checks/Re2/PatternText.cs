using System.Globalization;

namespace KubeBuilderNet.Generators.Parsing.Checks.Re2;

/// <summary>A pattern being read, by code points as Go reads it.</summary>
internal sealed class PatternText(string text)
{
    public int Position { get; private set; }

    public bool IsAtEnd => Position == text.Length;

    /// <summary>The character at a distance, or NUL beyond the end: a pattern has no use for that one.</summary>
    public char Peek(int distance = 0) => Position + distance < text.Length ? text[Position + distance] : '\0';

    public bool StartsWith(string start) => string.CompareOrdinal(text, Position, start, 0, start.Length) == 0;

    public bool TryTake(string start)
    {
        if (!StartsWith(start))
            return false;
        Position += start.Length;
        return true;
    }

    public void Skip(int characters = 1) => Position = Math.Min(text.Length, Position + characters);

    /// <summary>The next code point, or -1 at the end.</summary>
    public int Take()
    {
        if (IsAtEnd)
            return -1;
        var isPair = char.IsHighSurrogate(text[Position]) && Position + 1 < text.Length && char.IsLowSurrogate(text[Position + 1]);
        var point = isPair ? char.ConvertToUtf32(text[Position], text[Position + 1]) : text[Position];
        Position += isPair ? 2 : 1;
        return point;
    }

    /// <summary>Where this text comes next, or -1.</summary>
    public int Find(string wanted, int distance = 0) => text.IndexOf(wanted, Position + distance, StringComparison.Ordinal);

    public void MoveTo(int position) => Position = position;

    public string From(int start) => text.Substring(start, Position - start);

    public string Between(int start, int end) => text.Substring(start, end - start);

    public PatternException Fault(int start, string problem) =>
        new(string.Format(CultureInfo.InvariantCulture, "'{0}' at character {1}: {2}", From(start), start + 1, problem));
}
