using System.Text.Json;
using System.Text.RegularExpressions;
using CsCheck;
using KubeBuilderNet.Generators.Parsing.Checks.Re2;

namespace KubeBuilderNet.IntegrationTests.Refusals;

/// <summary>Our reading of patterns against that of Go's regexp in a real server.</summary>
public sealed partial class PatternOracleTests(CustomResourcesFixture fixture) : IClassFixture<CustomResourcesFixture>
{
    private static readonly string[] Tokens =
    [
        "a", "b", "-", "é", "🙂", ".", "^", "$", "|", "(", "(", ")", ")", "(?:", "(?i:", "(?i)", "(?-s)", "(?", "(?-", "(?P<n>", "(?<m>", "(?P<n", "(?=",
        "*", "+", "?", "*?", "{2}", "{2,}", "{2,5}", "{5,2}", "{0}", "{0,1}", "{,3}", "{03}", "{1000}", "{1001}", "{20}", "{60}", "{", "}",
        "[a-z]", "[^a]", "[]a]", "[^]a]", "[a-]", "[-a]", "[z-a]", "[a-\\d]", "[\\d-z]", "[[:alpha:]]", "[[:^alpha:]x]", "[[:x:]]", "[[:alpha]", "[:alpha:]", "[", "]",
        "[\\pL\\P{Greek}]", "[\\b]", "[\\x41-\\x5A]", "[\\Qa\\E]", "[a&&[^b]]",
        @"\d", @"\W", @"\b", @"\B", @"\A", @"\z", @"\Z", @"\G", @"\pL", @"\PN", @"\p{Greek}", @"\p{^Lu}", @"\p{X}", @"\p", @"\Q*+\E", @"\Q\E", @"\Q(", @"\E",
        @"\x41", @"\x4", @"\x{1F600}", @"\x{}", @"\x{110000}", @"\1", @"\01", @"\101", @"\8", @"\0", @"\-", @"\_", @"\é", @"\/", @"\", @"\k<n>", @"\C", @"\u0041",
    ];

    private static readonly string[] Scripts =
    [
        "Adlam", "Arabic", "Armenian", "Bengali", "Cherokee", "Common", "Coptic", "Cyrillic", "Devanagari", "Georgian", "Greek", "Han", "Hangul", "Hebrew",
        "Hiragana", "Inherited", "Kawi", "Katakana", "Latin", "Miao", "Old_Italic", "OldItalic", "Linear_B", "SignWriting", "Signwriting", "Thai", "Yi",
        "Zanabazar_Square", "greek", "GREEK", "Klingon", "Any", "ASCII", "Assigned", "Cn", "LC", "Letter", "letter", "Uppercase_Letter", "uppercaseletter", "Punct", "", "^",
    ];

    private static readonly string[] Classes =
        ["alnum", "alpha", "ascii", "blank", "cntrl", "digit", "graph", "lower", "print", "punct", "space", "upper", "word", "xdigit", "letter"];

    private static IEnumerable<string> HandPicked =>
    [
        .. Enumerable.Range(' ', 95).Select(c => $"\\{(char)c}"),
        .. Enumerable.Range(' ', 95).Select(c => $"[\\{(char)c}]"),
        .. Enumerable.Range(' ', 95).Select(c => $"(?{(char)c}a)"),
        .. Enumerable.Range('A', 26).SelectMany(c => new[] { $"\\p{(char)c}", $"\\p{{{(char)c}}}" }),
        .. Enumerable.Range('A', 26).SelectMany(c => "acdefiklmnopstuz".Select(d => $"\\p{{{(char)c}{d}}}")),
        .. Scripts.Select(script => $"\\p{{{script}}}"),
        .. Classes.Select(name => $"[[:{name}:]]"),
        .. Tokens,
        "", "((a{10}){10}){10}", "((a{10}){10}){11}", "(a{500}|b{2}){2}", "(a{500}|b{2}){3}", "((a{1000}){0}){5}", "(a{1000})*", "(a*){1000}", "(a{2,}){500}", "(a{2,}){501}",
        "a{99999999999}", "a{2}{3}", "a{2}?{3}", "a**", "a*+", "a+?", "a???", "a|*", "(*)", "(|a)*", "^*", "(?i)*", "a(?i)*", "a*(?i)*", "a*\\Q\\E*", "\\Q\\E*", "x\\Q\\E*",
        "(?P<a>x)(?P<a>y)", "(?P<a>x)(?<a>y)", "(?P<1>x)", "(?P<>x)", "(?P<a-b>x)", "(?P<é>x)", "(?P=a)", "(?P>a)", "(?<=a)b", "(?<!a)b", "(?>a)", "(?#a)", "(?'a'b)", "(?|a)", "(?R)",
        "(?i-s:a)", "(?i--s:a)", "(?-:a)", "(?:)", "()", "(?)", "(?i", "(?^a)", "(?a:b)", "a)", "(a", "[a", "[]", "[^]", "[a-", "[[:alpha:]", "[[:]", "[[:alpha:", "[🙂-😂]", "[😂-🙂]", "\uFEFFa", "a\nb\t",
    ];

    [Fact]
    public async Task Our_verdict_on_picked_patterns_is_the_servers()
    {
        foreach (var patterns in HandPicked.Distinct().Chunk(250))
            await AssertVerdictsAsync(patterns);
    }

    [Fact]
    public Task Our_verdict_on_made_patterns_is_the_servers() => Gen.Int[0, Tokens.Length - 1].Array[1, 8].Select(picked => string.Concat(picked.Select(i => Tokens[i]))).Array[200]
        .SampleAsync(AssertVerdictsAsync, iter: 10, threads: 1, print: _ => "patterns above");

    private async Task AssertVerdictsAsync(string[] patterns)
    {
        var properties = patterns.Select((pattern, i) => $"\"p{i}\":{{\"type\":\"string\",\"pattern\":{JsonSerializer.Serialize(pattern)}}}");
        var definition = TrialDefinition.OfProperty($$$"""{"type":"object","properties":{ {{{string.Join(",", properties)}}} }}""");
        var refusal = await TrialDefinition.RefusalOfAsync(fixture.Server, definition);
        var refused = (refusal?.Causes ?? []).Select(cause => Property().Match(cause.Field)).Where(match => match.Success)
            .Select(match => int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)).ToHashSet();
        var wrong = patterns
            .Select((pattern, i) => (Pattern: pattern, Server: refused.Contains(i), Ours: Re2Syntax.Check(pattern)))
            .Where(verdict => verdict.Server != verdict.Ours is not null)
            .Select(verdict => $"{verdict.Pattern}   the server {(verdict.Server ? "refuses" : "accepts")} it; ours: {verdict.Ours ?? "accepts"}");
        Assert.Equal([], wrong);
    }

    [GeneratedRegex(@"properties\[p([0-9]+)\]\.pattern$")]
    private static partial Regex Property();
}
