using KubeBuilderNet.Generators.Parsing.Checks.Re2;

namespace KubeBuilderNet.Generators.Tests.Checks;

public sealed class PatternTests
{
    [Theory]
    [InlineData("^[a-z0-9]([-a-z0-9]*[a-z0-9])?$")]
    [InlineData(@"^(?P<scheme>https?)://(?<host>[^/]+)(?i:x)(?-s).*$")]
    [InlineData(@"\Q(*+\E+\pL\p{Greek}\P{^Lu}\x{10FFFF}\x41\101\07\A\b\B\z")]
    [InlineData(@"[[:alpha:][:^digit:]\d\]a-]|[]a]|[^]]|[a-z&&[^b]]|{|}|a{,3}|a{01}|x{2,5}?")]
    [InlineData("((a{10}){10}){10}|((a{1000}){0}){5}|(?P<a>x)(?P<a>y)|a{0}{")]
    [InlineData(@"a*(?i)*|^*|\-\_\/")]
    public void What_Go_compiles_is_accepted(string pattern) => Assert.Null(Re2Syntax.Check(pattern));

    [Theory]
    [InlineData("a(?=b)", "no lookahead")]
    [InlineData("a(?!b)", "no lookahead")]
    [InlineData("(?<=a)b", "no lookbehind")]
    [InlineData("(?<!a)b", "no lookbehind")]
    [InlineData(@"(a)\1", "no backreferences")]
    [InlineData(@"(?P<n>a)\k<n>", "no backreferences")]
    [InlineData("a++", "possessive")]
    [InlineData("a**", "can't be repeated")]
    [InlineData("(?>a)", "atomic")]
    [InlineData(@"^a\Z", "write '$'")]
    [InlineData(@"\Ga", "leave it out")]
    [InlineData("(?(1)a|b)", "no conditions")]
    [InlineData("a{1001}", "at most 1000 times")]
    [InlineData("(a{100}){100}", "this makes 10000")]
    [InlineData("a{3,2}", "smaller one")]
    [InlineData(@"\u0041", @"\x{…}")]
    [InlineData(@"\x{110000}", "up to 10FFFF")]
    [InlineData(@"\p{Klingon}", "no class 'Klingon'")]
    [InlineData("[[:letter:]]", "write one of alnum")]
    [InlineData("(?P<a-b>x)", "letters of English")]
    [InlineData("[z-a]", "backwards")]
    [InlineData("[a", "isn't closed")]
    [InlineData("(a", "character 1 isn't closed")]
    [InlineData("a)", "no group is open")]
    [InlineData("*a", "nothing to repeat")]
    [InlineData("a|*", "nothing to repeat")]
    [InlineData("a\\", "escapes nothing")]
    [InlineData("(?x)a", "flags i, m, s and U only")]
    [InlineData("(?-)a", "no such group")]
    [InlineData(@"[\b]", "backspace")]
    public void What_Go_refuses_is_named_with_its_place_and_what_to_write(string pattern, string message) =>
        Assert.Contains(message, Re2Syntax.Check(pattern), StringComparison.Ordinal);

    [Fact]
    public void A_mistake_is_quoted_with_its_place() =>
        Assert.Equal(@"'\Z' at character 3: RE2 has no such escape; write '$', or '\z'", Re2Syntax.Check(@"^a\Z"));
}
