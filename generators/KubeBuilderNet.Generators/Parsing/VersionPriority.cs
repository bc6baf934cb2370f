using System.Globalization;
using System.Text.RegularExpressions;

namespace KubeBuilderNet.Generators.Parsing;

/// <summary>Orders versions as Kubernetes does: v10, v2, v1, v11beta2, v10beta3, v3beta1, v12alpha1, foo1, foo10.</summary>
internal sealed class VersionPriority : IComparer<string>
{
    public static readonly VersionPriority Instance = new();

    private static readonly Regex Form = new("^v([1-9][0-9]*)(?:(alpha|beta)([1-9][0-9]*))?$", RegexOptions.CultureInvariant);

    public int Compare(string? x, string? y)
    {
        var (left, right) = (Rank(x!), Rank(y!));
        var order = right.Stage.CompareTo(left.Stage);
        if (order == 0)
            order = right.Major.CompareTo(left.Major);
        if (order == 0)
            order = right.Minor.CompareTo(left.Minor);
        return order != 0 ? order : string.CompareOrdinal(x, y);
    }

    private static (int Stage, decimal Major, decimal Minor) Rank(string version)
    {
        var match = Form.Match(version);
        if (!match.Success)
            return (0, 0, 0);
        var stage = match.Groups[2].Value switch { "" => 3, "beta" => 2, _ => 1 };
        return (stage, Number(match.Groups[1]), Number(match.Groups[3]));
    }

    private static decimal Number(Group group) =>
        group.Success && decimal.TryParse(group.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
