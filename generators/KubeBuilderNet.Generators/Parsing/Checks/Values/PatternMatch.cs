using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using KubeBuilderNet.Generators.Parsing.Checks.Re2;

namespace KubeBuilderNet.Generators.Parsing.Checks.Values;

/// <summary>Matches Go's patterns with .NET's, where both read them alike.</summary>
internal static class PatternMatch
{
    private const int MaxCached = 200;
    private const int MaxLength = 1000;

    // What .NET lacks or reads otherwise: \Q, \p, \x{…}, \C, \z behind a break, octals, classes in brackets, subtraction, flags, \b of Unicode.
    private static readonly Regex Different = new(
        @"\\[QEpPCbBxz0-7]|\[\[|\[\^?[^\]]*\[|-\[|\(\?(?!:|P?<[A-Za-z])|#", RegexOptions.CultureInvariant);

    private static readonly ConcurrentDictionary<string, Regex?> Cache = new(StringComparer.Ordinal);

    /// <summary>Whether it matches anywhere in the text; null when that can't be said.</summary>
    public static bool? IsMatch(string pattern, string text)
    {
        // A dot is one code point in Go and half of one in .NET; a vertical tab is white space in .NET only.
        if (text.Length > MaxLength || text.Any(c => char.IsSurrogate(c) || c == '\v'))
            return null;
        if (Cache.Count > MaxCached)
            Cache.Clear();
        var regex = Cache.GetOrAdd(pattern, Translate);
        try
        {
            return regex?.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    // '$' matches before a last line break in .NET, and only at the end in Go.
    private static string WithStrictEnds(string pattern)
    {
        var strict = new StringBuilder(pattern.Length + 10);
        var inBrackets = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            strict.Append(pattern[i] == '$' && !inBrackets ? @"(?![\s\S])" : pattern[i].ToString());
            if (pattern[i] == '\\' && i + 1 < pattern.Length)
                strict.Append(pattern[++i]);
            else
                inBrackets = pattern[i] == '[' || (inBrackets && pattern[i] != ']');
        }
        return strict.ToString();
    }

    // ECMAScript's \d, \w and \s are ASCII, as Go's are.
    private static Regex? Translate(string pattern)
    {
        if (Different.IsMatch(pattern) || Re2Syntax.Check(pattern) is not null)
            return null;
        try
        {
            return new Regex(WithStrictEnds(pattern.Replace("(?P<", "(?<")), RegexOptions.ECMAScript, TimeSpan.FromSeconds(2));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
