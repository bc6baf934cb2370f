namespace KubeBuilderNet.Scaffolding.Planning;

/// <summary>Finds the lines that two texts have in common: all of them in short texts, and in long ones as long as few lines differ.</summary>
internal static class LineMatching
{
    private const long LargestTable = 4_000_000;
    private const int MostChanges = 3000;

    /// <summary>The lines of both, each with ' ' for common, '-' for gone and '+' for new.</summary>
    public static List<(char Sign, string Line)> Steps(string[] before, string[] after) =>
        (long)before.Length * after.Length <= LargestTable
            ? ByTable(before, after)
            : ByChanges(before, after) ?? [.. before.Select(line => ('-', line)), .. after.Select(line => ('+', line))];

    // Longest common subsequence.
    private static List<(char Sign, string Line)> ByTable(string[] before, string[] after)
    {
        var common = new int[before.Length + 1, after.Length + 1];
        for (var i = before.Length - 1; i >= 0; i--)
        {
            for (var j = after.Length - 1; j >= 0; j--)
                common[i, j] = before[i] == after[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        }
        var steps = new List<(char, string)>(before.Length + after.Length);
        for (int i = 0, j = 0; i < before.Length || j < after.Length;)
        {
            if (i < before.Length && j < after.Length && before[i] == after[j])
            {
                steps.Add((' ', before[i++]));
                j++;
            }
            else if (j == after.Length || (i < before.Length && common[i + 1, j] >= common[i, j + 1]))
            {
                steps.Add(('-', before[i++]));
            }
            else
            {
                steps.Add(('+', after[j++]));
            }
        }
        return steps;
    }

    // Myers' greedy search: its cost grows with the number of changes, not with the length of the texts.
    internal static List<(char Sign, string Line)>? ByChanges(string[] before, string[] after)
    {
        var most = Math.Min(before.Length + after.Length, MostChanges);
        var furthest = new int[(2 * most) + 3];
        var rounds = new List<int[]>();
        for (var changes = 0; changes <= most; changes++)
        {
            for (var diagonal = -changes; diagonal <= changes; diagonal += 2)
            {
                var at = most + 1 + diagonal;
                var x = IsInsertion(diagonal, changes, furthest[at - 1], furthest[at + 1]) ? furthest[at + 1] : furthest[at - 1] + 1;
                while (x < before.Length && x - diagonal < after.Length && before[x] == after[x - diagonal])
                    x++;
                furthest[at] = x;
                if (x >= before.Length && x - diagonal >= after.Length)
                    return Trace(before, after, rounds);
            }
            rounds.Add(furthest[(most + 1 - changes)..(most + 2 + changes)]);
        }
        return null;
    }

    private static List<(char Sign, string Line)> Trace(string[] before, string[] after, List<int[]> rounds)
    {
        var steps = new List<(char, string)>(before.Length + after.Length);
        var (x, y) = (before.Length, after.Length);
        for (var changes = rounds.Count; changes > 0; changes--)
        {
            var diagonal = x - y;
            int Furthest(int of) => Math.Abs(of) < changes ? rounds[changes - 1][of + changes - 1] : 0;
            var isInsertion = IsInsertion(diagonal, changes, Furthest(diagonal - 1), Furthest(diagonal + 1));
            var from = Furthest(isInsertion ? diagonal + 1 : diagonal - 1);
            var start = isInsertion ? from : from + 1;
            for (; x > start; y--)
                steps.Add((' ', before[--x]));
            steps.Add(isInsertion ? ('+', after[--y]) : ('-', before[--x]));
        }
        while (x > 0)
            steps.Add((' ', before[--x]));
        steps.Reverse();
        return steps;
    }

    private static bool IsInsertion(int diagonal, int changes, int below, int above) =>
        diagonal == -changes || (diagonal != changes && below < above);
}
