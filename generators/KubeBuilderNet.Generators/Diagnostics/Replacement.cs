using System.Collections.Immutable;

namespace KubeBuilderNet.Generators.Diagnostics;

/// <summary>A text that is wrong and the one that was probably meant: carried by a diagnostic for its code fix.</summary>
internal sealed record Replacement(string Old, string New)
{
    public ImmutableDictionary<string, string?> ToProperties() =>
        ImmutableDictionary<string, string?>.Empty.Add(nameof(Old), Old).Add(nameof(New), New);

    /// <summary>The name nearest to the wrong one, if any is near enough to be meant.</summary>
    public static Replacement? Nearest(string wrong, IEnumerable<string> names)
    {
        var nearest = names
            .Select(name => (Name: name, Distance: Distance(wrong.ToUpperInvariant(), name.ToUpperInvariant())))
            .OrderBy(candidate => candidate.Distance)
            .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .FirstOrDefault();
        return nearest.Name is not null && nearest.Distance <= Math.Max(1, wrong.Length / 3) ? new Replacement(wrong, nearest.Name) : null;
    }

    // Levenshtein's distance, one row at a time.
    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (left[i - 1] == right[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }
        return row[right.Length];
    }
}
