using System.Text;

namespace KubeBuilderNet.Scaffolding.Importing.Writing;

/// <summary>Descriptions as documentation comments.</summary>
internal static class Comment
{
    private const int LongestLine = 110;

    /// <summary>Whether the generator reads exactly this text back out of a comment.</summary>
    /// <remarks>It keeps lines, but not white space at their ends, runs of empty lines, notes to do and what follows a line of dashes.</remarks>
    public static bool CanHold(string text) =>
        text.Length > 0
        && !char.IsWhiteSpace(text[0])
        && !char.IsWhiteSpace(text[^1])
        && text.All(IsHarmless)
        && !text.Contains("\n\n\n", StringComparison.Ordinal)
        && Array.TrueForAll(text.Split('\n'), IsKept);

    /// <summary>The lines of a summary.</summary>
    public static IEnumerable<string> Summary(string text)
    {
        var escaped = Escaped(text);
        if (!escaped.Contains('\n', StringComparison.Ordinal) && escaped.Length <= LongestLine)
        {
            yield return $"/// <summary>{escaped}</summary>";
            yield break;
        }
        yield return "/// <summary>";
        foreach (var line in escaped.Split('\n'))
            yield return line.Length > 0 ? "/// " + line : "///";
        yield return "/// </summary>";
    }

    private static bool IsKept(string line) =>
        !line.StartsWith("TODO", StringComparison.Ordinal)
        && !line.StartsWith("---", StringComparison.Ordinal)
        && !line.StartsWith("~~~", StringComparison.Ordinal)
        && !line.StartsWith("```", StringComparison.Ordinal)
        && (line.Length == 0 || !char.IsWhiteSpace(line[^1]));

    private static bool IsHarmless(char c) => c is '\n' or ' ' || (c > ' ' && c is not ('\u007f' or '\u0085' or '\u2028' or '\u2029' or '\ufffe' or '\uffff')
        && !char.IsControl(c) && !char.IsSurrogate(c) && !char.IsWhiteSpace(c));

    private static string Escaped(string text) =>
        new StringBuilder(text).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").ToString();
}
