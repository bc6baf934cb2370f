using System.Text.RegularExpressions;

namespace KubeBuilderNet.LayeringTests;

public sealed partial class SourceTests
{
    private static readonly string[] Everything = ["generators", "runtime", "cli", "tests", "benchmarks", "eng", "samples"];

    [Fact]
    public void No_source_reads_the_wall_clock_or_sleeps() =>
        Assert.Empty(Offenders(WallClock(), "generators", "runtime", "cli"));

    [Fact]
    public void No_source_is_left_unfinished() => Assert.Empty(Offenders(Unfinished(), Everything));

    [Fact]
    public void No_test_waits_by_the_clock() => Assert.Empty(Offenders(Sleep(), "tests"));

    private static IEnumerable<string> Offenders(Regex pattern, params string[] folders) =>
        from file in Repository.Sources(folders)
        where !file.EndsWith(nameof(SourceTests) + ".cs", StringComparison.Ordinal)
        from line in File.ReadLines(file).Select((text, index) => (text, index))
        where pattern.IsMatch(Data().Replace(line.text, ""))
        select $"{Path.GetRelativePath(Checkout.Root, file)}:{line.index + 1}: {line.text.Trim()}";

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Utc)?Now\b|Thread\.Sleep|Task\.Delay\([^,()]*\)")]
    private static partial Regex WallClock();

    [GeneratedRegex(@"NotImplementedException|\b(TODO|FIXME|HACK)\b")]
    private static partial Regex Unfinished();

    // What stands in a text or as code in a comment is what the line is about, not what was left to do.
    [GeneratedRegex("""
        "(?:[^"\\]|\\.)*"|<c>.*?</c>
        """)]
    private static partial Regex Data();

    [GeneratedRegex(@"Thread\.Sleep")]
    private static partial Regex Sleep();
}
