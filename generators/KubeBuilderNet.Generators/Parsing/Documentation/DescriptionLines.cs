using System.Text;

namespace KubeBuilderNet.Generators.Parsing.Documentation;

/// <summary>
/// The lines of a comment as a description, as controller-gen has it: notes to oneself don't get into it, nor blanks that nobody sees.
/// </summary>
internal static class DescriptionLines
{
    /// <summary>
    /// Lines that begin with <c>TODO</c> are dropped, and all from one that begins with <c>---</c>, unless they stand between fences; ends are trimmed,
    /// several empty lines are one. Null if nothing is left.
    /// </summary>
    public static string? Tidy(string text)
    {
        var lines = text.Split('\n');
        // On the line of the opening tag blanks are layout.
        lines[0] = lines[0].TrimStart();
        var tidy = new StringBuilder(text.Length);
        var isFenced = false;
        var isEmpty = false;
        var indentation = -1;
        foreach (var untrimmed in lines)
        {
            var line = untrimmed.TrimEnd();
            if (line.Length == 0)
            {
                isEmpty = true;
                continue;
            }
            if (indentation < 0)
                indentation = CommonIndentation(lines);
            line = line.Substring(Math.Min(indentation, line.Length));
            if (!isFenced && line.StartsWith("---", StringComparison.Ordinal))
                break;
            if (!isFenced && line.StartsWith("TODO", StringComparison.Ordinal))
                continue;
            if (IsFence(line))
                isFenced = !isFenced;
            if (tidy.Length > 0)
                tidy.Append(isEmpty ? "\n\n" : "\n");
            tidy.Append(line);
            isEmpty = false;
        }
        return tidy.Length == 0 ? null : tidy.ToString();
    }

    /// <summary>The lines without the blanks that all but the first of them begin with.</summary>
    public static string Dedent(string text)
    {
        var lines = text.Replace("\r\n", "\n").Split('\n');
        var common = CommonIndentation(lines.Skip(1));
        for (var i = 1; i < lines.Length; i++)
            lines[i] = lines[i].Substring(Math.Min(common, lines[i].Length));
        return string.Join("\n", lines);
    }

    private static int CommonIndentation(IEnumerable<string> lines)
    {
        var common = int.MaxValue;
        foreach (var line in lines)
        {
            var indentation = line.Length - line.TrimStart(' ').Length;
            if (indentation < line.Length)
                common = Math.Min(common, indentation);
        }
        return common == int.MaxValue ? 0 : common;
    }

    private static bool IsFence(string line) =>
        line.TrimStart().StartsWith("```", StringComparison.Ordinal) || line.TrimStart().StartsWith("~~~", StringComparison.Ordinal);
}
