using System.Text.RegularExpressions;

namespace KubeBuilderNet.Generators.Tests.Documentation;

/// <summary>The links between the pages of this repository.</summary>
public sealed partial class LinkTests
{
    public static TheoryData<string> Pages =>
    [
        "README.md",
        .. Directory.GetFiles(Checkout.PathOf("docs"), "*.md", SearchOption.AllDirectories)
            .Select(static path => Path.GetRelativePath(Checkout.Root, path).Replace('\\', '/')).Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_lead_to_files_and_headings(string page)
    {
        var text = WithoutCode(File.ReadAllText(Checkout.PathOf(page)));
        var broken = Link().Matches(text).Where(link => !Leads(page, link.Groups["to"].Value))
            .Select(link => $"{page}({1 + text.AsSpan(0, link.Index).Count('\n')}): {link.Groups["to"].Value}").ToList();
        Assert.True(broken.Count == 0, string.Join("\n", broken));
    }

    [Theory]
    [InlineData("docs/clients.md", "operator.md#leader-election", true)]
    [InlineData("docs/clients.md", "#server-side-apply", true)]
    [InlineData("README.md", "docs/tutorials/", true)]
    [InlineData("README.md", "https://example.com/nothing", true)]
    [InlineData("docs/clients.md", "operator.md#leader", false)]
    [InlineData("docs/clients.md", "operators.md", false)]
    [InlineData("docs/clients.md", "docs/operator.md", false)]
    public void A_link_that_leads_nowhere_is_found(string page, string link, bool leads) => Assert.Equal(leads, Leads(page, link));

    private static bool Leads(string page, string link)
    {
        if (link.Contains("://", StringComparison.Ordinal) || link.StartsWith("mailto:", StringComparison.Ordinal))
            return true;
        var parts = link.Split('#', 2);
        var file = parts[0].Length == 0 ? Checkout.PathOf(page) : Path.Combine(Path.GetDirectoryName(Checkout.PathOf(page))!, parts[0]);
        return parts.Length == 1 ? Path.Exists(file) : File.Exists(file) && Anchors(File.ReadAllText(file)).Contains(parts[1], StringComparer.Ordinal);
    }

    // As GitHub makes them: what is no letter, digit, dash or underscore goes, and the second of a name gets -1.
    private static IEnumerable<string> Anchors(string text) => Heading().Matches(WithoutCode(text))
        .Select(static heading => Dropped().Replace(Link().Replace(heading.Groups["text"].Value, "").ToLowerInvariant(), "").Replace(' ', '-'))
        .GroupBy(static anchor => anchor, StringComparer.Ordinal)
        .SelectMany(static same => same.Select((anchor, index) => index == 0 ? anchor : FormattableString.Invariant($"{anchor}-{index}")));

    // Lines stay where they are.
    private static string WithoutCode(string text) => Fence().Replace(text.ReplaceLineEndings("\n"), static fence => new string('\n', fence.Value.AsSpan().Count('\n')));

    [GeneratedRegex(@"\]\((?<to>[^()\s]+)\)", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex("^#{1,6} +(?<text>.+?) *$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\p{L}\p{Nd}\-_ ]", RegexOptions.CultureInvariant)]
    private static partial Regex Dropped();

    [GeneratedRegex("^ *```.*?^ *```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Fence();
}
