using System.Text;

namespace KubeBuilderNet.PackageTests.Tutorials;

/// <summary>A tutorial, read as steps. Fenced blocks with one word, such as <c>console</c>, or none are only shown.</summary>
internal static class Tutorial
{
    private const string Fence = "```";

    internal static IEnumerable<TutorialStep> Read(string markdown)
    {
        var lines = markdown.ReplaceLineEndings("\n").Split('\n');
        for (var begin = 0; begin < lines.Length; begin++)
        {
            if (!lines[begin].StartsWith(Fence, StringComparison.Ordinal))
                continue;
            var end = Array.IndexOf(lines, Fence, begin + 1);
            if (end < 0)
                throw new FormatException($"line {begin + 1}: this block has no end.");
            if (Step(lines, begin, end) is { } step)
                yield return step;
            begin = end;
        }
    }

    /// <summary>A command's words: apart by spaces, unless in quotes. What follows a # is for the reader.</summary>
    internal static IReadOnlyList<string> Words(string command)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var (quote, isWord) = ('\0', false);
        foreach (var character in command + " ")
        {
            if (quote == '\0' && character == '#' && !isWord)
                break;
            if (quote == '\0' && character == ' ')
            {
                if (isWord)
                    words.Add(word.ToString());
                word.Clear();
                isWord = false;
            }
            else if (character == quote)
                quote = '\0';
            else if (quote == '\0' && character is '"' or '\'')
                (quote, isWord) = (character, true);
            else
            {
                word.Append(character);
                isWord = true;
            }
        }
        return quote == '\0' ? words : throw new FormatException($"'{command}' has a quote without its end.");
    }

    private static TutorialStep? Step(string[] lines, int begin, int end)
    {
        var words = lines[begin][Fence.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2)
            return null;
        var path = words[1].StartsWith("file=", StringComparison.Ordinal) ? words[1]["file=".Length..] : "";
        TutorialAction? action = (words[0], words[1]) switch
        {
            ("sh", "run") => TutorialAction.Run,
            ("sh", "retry") => TutorialAction.Retry,
            ("sh", "start") => TutorialAction.Start,
            ("console", "check") => TutorialAction.Check,
            _ => path.Length > 0 ? TutorialAction.Write : null,
        };
        var needsCluster = words.Length == 3 && words[2] == "cluster";
        if (action is null || words.Length != (needsCluster ? 3 : 2))
            throw new FormatException($"line {begin + 1}: nobody knows what to do with '{lines[begin]}'.");
        return new TutorialStep(begin + 1, action.Value, needsCluster, path, string.Concat(lines[(begin + 1)..end].Select(line => line + "\n")));
    }
}
