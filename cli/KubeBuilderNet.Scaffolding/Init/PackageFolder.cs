using System.Globalization;
using System.Text.RegularExpressions;

namespace KubeBuilderNet.Scaffolding.Init;

/// <summary>A folder of packages that a project restores from.</summary>
public static partial class PackageFolder
{
    private const string Package = "KubeBuilderNet";

    /// <summary>The highest version of KubeBuilderNet among a folder's files.</summary>
    /// <param name="folder">The folder, as the user wrote it, for messages.</param>
    /// <param name="fileNames">The names of its files.</param>
    /// <exception cref="ScaffoldException">It has none.</exception>
    public static string HighestVersion(string folder, IEnumerable<string> fileNames)
    {
        var versions = fileNames.Select(name => PackageFile().Match(name)).Where(match => match.Success).Select(match => match.Groups[1].Value).ToList();
        versions.Sort(Compare);
        return versions.Count > 0
            ? versions[^1]
            : throw new ScaffoldException($"--package-source '{folder}' has no {Package}.<version>.nupkg: pack into it first, or pass --package-version");
    }

    /// <summary>Whether a text is a version of a package.</summary>
    public static bool IsVersion(string text) => PackageFile().IsMatch($"{Package}.{text}.nupkg");

    /// <summary>The order of semantic versions: numbers first, then no pre-release above any.</summary>
    public static int Compare(string left, string right)
    {
        var (leftCore, leftLabel) = Split(left);
        var (rightCore, rightLabel) = Split(right);
        var order = Version.Parse(leftCore).CompareTo(Version.Parse(rightCore));
        if (order != 0)
            return order;
        if (leftLabel.Length == 0 || rightLabel.Length == 0)
            return rightLabel.Length.CompareTo(leftLabel.Length);
        return ComparePreRelease(leftLabel.Split('.'), rightLabel.Split('.'));
    }

    private static int ComparePreRelease(string[] left, string[] right)
    {
        for (var i = 0; i < Math.Min(left.Length, right.Length); i++)
        {
            var leftIsNumber = ulong.TryParse(left[i], NumberStyles.None, CultureInfo.InvariantCulture, out var leftNumber);
            var rightIsNumber = ulong.TryParse(right[i], NumberStyles.None, CultureInfo.InvariantCulture, out var rightNumber);
            var order = (leftIsNumber, rightIsNumber) switch
            {
                (true, true) => leftNumber.CompareTo(rightNumber),
                (true, false) => -1,
                (false, true) => 1,
                _ => string.Compare(left[i], right[i], StringComparison.OrdinalIgnoreCase),
            };
            if (order != 0)
                return order;
        }
        return left.Length.CompareTo(right.Length);
    }

    private static (string Core, string Label) Split(string version)
    {
        var parts = version.Split('+')[0].Split('-', 2);
        return (parts[0], parts.Length > 1 ? parts[1] : "");
    }

    [GeneratedRegex(@"^KubeBuilderNet\.([0-9]{1,9}(?:\.[0-9]{1,9}){1,3}(?:-[0-9A-Za-z.-]+)?)\.nupkg$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex PackageFile();
}
