using KubeBuilderNet.Scaffolding.Yaml;

namespace KubeBuilderNet.Scaffolding.Tests;

public class YamlJsonTests
{
    [Theory]
    [InlineData("n", "false")]
    [InlineData("y", "true")]
    [InlineData("Yes", "true")]
    [InlineData("OFF", "false")]
    [InlineData("on", "true")]
    [InlineData("no", "false")]
    [InlineData("oN", "\"oN\"")]
    [InlineData("'n'", "\"n\"")]
    [InlineData("\"on\"", "\"on\"")]
    [InlineData("!!str 12", "\"12\"")]
    [InlineData("~", "null")]
    [InlineData("", "null")]
    [InlineData("Null", "null")]
    [InlineData("'null'", "\"null\"")]
    [InlineData("1e3", "1000")]
    [InlineData("0o7", "7")]
    [InlineData("010", "8")]
    [InlineData("08", "8")]
    [InlineData("0x1F", "31")]
    [InlineData("0b11", "3")]
    [InlineData("1_000", "1000")]
    [InlineData("-12", "-12")]
    [InlineData("+12", "12")]
    [InlineData("1.5", "1.5")]
    [InlineData(".5", "0.5")]
    [InlineData("1.2.3", "\"1.2.3\"")]
    [InlineData("v1", "\"v1\"")]
    [InlineData("9223372036854775807", "9223372036854775807")]
    [InlineData("18446744073709551615", "18446744073709551615")]
    [InlineData("2026-11-22", "\"2026-11-22\"")]
    [InlineData("12:30:45", "\"12:30:45\"")]
    [InlineData("500m", "\"500m\"")]
    [InlineData("|\n  a: #b\n", "\"a: #b\\n\"")]
    public void A_scalar_is_what_kubectl_reads(string yaml, string json) => Assert.Equal($$"""{"v":{{json}}}""", Read($"v: {yaml}"));

    [Fact]
    public void Plain_keys_are_resolved_as_values_are() =>
        Assert.Equal("""{"false":1,"true":2,"y":3,"8":4,"null":5}""", Read("n: 1\non: 2\n'y': 3\n010: 4\n~: 5\n"));

    [Fact]
    public void Anchors_aliases_and_merges_are_followed() =>
        Assert.Equal("""{"a":{"x":1},"b":{"x":1},"c":{"y":2,"x":1}}""", Read("a: &a {x: 1}\nb: *a\nc: {<<: *a, \"y\": 2}\n"));

    [Fact]
    public void Documents_are_read_one_by_one_and_empty_ones_left_out() =>
        Assert.Equal(["{\"a\":1}", "{\"b\":2}"], YamlJson.Parse("f.yaml", "---\na: 1\n---\n# nothing\n---\nb: 2\n").Select(d => d.ToJsonString()));

    [Theory]
    [InlineData("a: 1\na: 2\n", "f.yaml(2,1): key 'a' is there twice")]
    [InlineData("a: *b\n", "f.yaml(1,4): no anchor 'b' above this alias")]
    [InlineData("[a]: 1\n", "f.yaml(1,1): a key must be a text")]
    public void A_mistake_is_named_with_its_place(string yaml, string message) =>
        Assert.Equal(message, Assert.Throws<ScaffoldException>(() => YamlJson.Parse("f.yaml", yaml)).Message);

    [Fact]
    public void Broken_YAML_names_file_line_and_column() =>
        Assert.StartsWith("f.yaml(2,", Assert.Throws<ScaffoldException>(() => YamlJson.Parse("f.yaml", "a: 1\n b: 2")).Message, StringComparison.Ordinal);

    [Fact]
    public void Unmatched_brackets_are_an_error_like_any_other() =>
        Assert.StartsWith("f.yaml", Assert.Throws<ScaffoldException>(() => YamlJson.Parse("f.yaml", "a: [1\nb: }")).Message, StringComparison.Ordinal);

    [Fact]
    public void Deep_nesting_and_alias_bombs_are_refused()
    {
        Assert.Contains("nested deeper", Message(new string('[', 600) + new string(']', 600)), StringComparison.Ordinal);
        var bomb = "a0: &a0 [1,1,1,1,1,1,1,1,1,1]\n" + string.Concat(Enumerable.Range(1, 9).Select(i =>
            $"a{i}: &a{i} [{string.Join(',', Enumerable.Repeat($"*a{i - 1}", 10))}]\n"));
        Assert.Contains("aliases stand for too much", Message(bomb), StringComparison.Ordinal);
        static string Message(string yaml) => Assert.Throws<ScaffoldException>(() => YamlJson.Parse("f.yaml", yaml)).Message;
    }

    private static string Read(string yaml) => Assert.Single(YamlJson.Parse("f.yaml", yaml)).ToJsonString();
}
