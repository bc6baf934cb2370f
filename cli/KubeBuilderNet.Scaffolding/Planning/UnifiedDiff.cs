using System.Globalization;
using System.Text;

namespace KubeBuilderNet.Scaffolding.Planning;

/// <summary>What a change does to a file's lines, in the form that <c>diff -u</c> and <c>git</c> show.</summary>
public static class UnifiedDiff
{
    private const int Context = 3;

    /// <summary>The diff of one file; empty when nothing changes.</summary>
    public static string Of(FileChange change)
    {
        var before = Lines(change.Before);
        var after = Lines(change.After);
        var steps = Steps(before, after);
        if (steps.TrueForAll(step => step.Sign == ' '))
            return "";
        var text = new StringBuilder();
        text.Append("--- ").Append(change.Before is null ? "/dev/null" : "a/" + change.Path).Append('\n');
        text.Append("+++ ").Append(change.After is null ? "/dev/null" : "b/" + change.Path).Append('\n');
        foreach (var (start, end) in Hunks(steps))
            Append(text, steps, start, end);
        return text.ToString();
    }

    private static string[] Lines(string? text) => text is null or "" ? [] : text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    private static void Append(StringBuilder text, List<(char Sign, string Line)> steps, int start, int end)
    {
        var (oldStart, newStart) = (Count(steps, 0, start, '+'), Count(steps, 0, start, '-'));
        var (oldCount, newCount) = (Count(steps, start, end, '+'), Count(steps, start, end, '-'));
        text.Append(CultureInfo.InvariantCulture, $"@@ -{(oldCount == 0 ? oldStart : oldStart + 1)},{oldCount} +{(newCount == 0 ? newStart : newStart + 1)},{newCount} @@\n");
        for (var i = start; i < end; i++)
            text.Append(steps[i].Sign).Append(steps[i].Line).Append('\n');
    }

    private static int Count(List<(char Sign, string Line)> steps, int start, int end, char without) =>
        steps.Skip(start).Take(end - start).Count(step => step.Sign != without);

    private static IEnumerable<(int Start, int End)> Hunks(List<(char Sign, string Line)> steps)
    {
        for (var i = 0; i < steps.Count;)
        {
            if (steps[i].Sign == ' ')
            {
                i++;
                continue;
            }
            var (start, last) = (Math.Max(0, i - Context), i);
            for (var j = i; j < steps.Count && j <= last + (2 * Context); j++)
            {
                if (steps[j].Sign != ' ')
                    last = j;
            }
            i = Math.Min(steps.Count, last + Context + 1);
            yield return (start, i);
        }
    }

    private static List<(char Sign, string Line)> Steps(string[] before, string[] after)
    {
        var (start, end) = (0, 0);
        while (start < before.Length && start < after.Length && before[start] == after[start])
            start++;
        while (end < before.Length - start && end < after.Length - start && before[^(end + 1)] == after[^(end + 1)])
            end++;
        var (left, right) = (before[start..^end], after[start..^end]);
        return
        [
            .. before[..start].Select(line => (' ', line)),
            .. LineMatching.Steps(left, right),
            .. before[(before.Length - end)..].Select(line => (' ', line)),
        ];
    }
}
