using KubeBuilderNet.Scaffolding.Planning;

namespace KubeBuilderNet.Scaffolding.Tests;

public class LineMatchingTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("a", "")]
    [InlineData("", "a")]
    [InlineData("abcabba", "cbabac")]
    [InlineData("abc", "xyz")]
    [InlineData("aaaa", "aa")]
    [InlineData("abcdefgh", "abXdefYgh")]
    public void Few_changes_are_found_and_lead_from_one_text_to_the_other(string before, string after)
    {
        var (left, right) = (Lines(before), Lines(after));
        var steps = LineMatching.ByChanges(left, right)!;
        Assert.Equal(before, string.Concat(steps.Where(step => step.Sign != '+').Select(step => step.Line)));
        Assert.Equal(after, string.Concat(steps.Where(step => step.Sign != '-').Select(step => step.Line)));
        Assert.Equal(LineMatching.Steps(left, right).Count(step => step.Sign == ' '), steps.Count(step => step.Sign == ' '));
    }

    [Fact]
    public void A_long_text_is_compared_in_little_memory()
    {
        var before = string.Concat(Enumerable.Range(0, 20_000).Select(line => $"line {line}\n"));
        var after = before.Replace("line 10\n", "other\n", StringComparison.Ordinal).Replace("line 19990\n", "", StringComparison.Ordinal);
        var diff = UnifiedDiff.Of(new FileChange("long", ChangeKind.Edit, before, after));
        Assert.Equal(["-line 10", "+other", "-line 19990"], diff.Split('\n').Skip(2).Where(line => line is ['-' or '+', ..]));
    }

    private static string[] Lines(string text) => [.. text.Select(c => c.ToString())];
}
