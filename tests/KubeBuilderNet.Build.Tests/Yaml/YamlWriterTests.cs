using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CsCheck;
using KubeBuilderNet.Build.Yaml;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace KubeBuilderNet.Build.Tests.Yaml;

public sealed partial class YamlWriterTests
{
    private static readonly string[] Traps =
    [
        "", " ", "y", "n", "Y", "N", "yes", "No", "on", "OFF", "true", "False", "null", "Null", "~", "1", "-1", "+1", "1.5", ".5", "1e3", "1E-3",
        "0x1F", "0o7", "017", "1_000", "190:20:30", "2001-12-14", "2001-12-14t21:59:43.10-05:00", ".inf", "-.Inf", ".NaN", "<<", "=", "-", "- a",
        "? a", ": a", "a: b", "a:", "a #b", "#a", "*a", "&a", "!a", "|", ">", "%a", "@a", "`a", "{a}", "[a]", "\"a\"", "'a'", "a ", " a", "a\tb",
        "\ta", "a\nb", "a\n", "\na", "a \nb", " a\nb", "a\n\n b", "---", "...", "--- a", "a\r\nb", "a\u0085b", "a\u2028b", "\ud83d\ude00 emoji", "é",
        "\u0000", "\u001b[0m", "\ufeff", "a, b", "http://x:80/y?z=1", "^https?://", "kind: #, \"quoted\"\tand 'more'\n- lines",
    ];

    private static readonly Gen<string> AnyText = Gen.OneOf(
        Gen.Int[0, Traps.Length - 1].Select(i => Traps[i]),
        Gen.Char["ynoeYN01.:-#'\"\n\t ,[]{}~|>é"].Array[0, 8].Select(letters => new string(letters)));

    [Fact]
    public void Any_text_comes_back_as_it_was() => AnyText.Sample(text => Assert.Equal(text, ReadBack(text).Value), iter: 5_000);

    [Fact]
    public void What_is_not_quoted_means_itself_in_YAML_1_1() => AnyText.Sample(
        text => Assert.True(ReadBack(text).Style != ScalarStyle.Plain || !Yaml11Meaning().IsMatch(text), text), iter: 5_000);

    [Fact]
    public void A_key_that_reads_as_a_boolean_is_quoted() =>
        Assert.Equal("---\n\"n\": 1\n\"null\": 2\n\"on\": 3\nplain: 4\n", YamlWriter.Write("""{"n":1,"null":2,"on":3,"plain":4}"""));

    [Fact]
    public void Numbers_booleans_and_empty_collections_keep_their_spelling() =>
        Assert.Equal("---\na: 1.50\nb: true\nc: null\nd: []\ne: {}\n", YamlWriter.Write("""{"a":1.50,"b":true,"c":null,"d":[],"e":{}}"""));

    [Fact]
    public void Paragraphs_stand_as_blocks() =>
        Assert.Equal("---\ndescription: |-\n  One.\n\n  Two: #2.\nlist:\n- a\n", YamlWriter.Write("""{"description":"One.\n\nTwo: #2.","list":["a"]}"""));

    [Fact]
    public void An_array_becomes_one_document_an_element() =>
        Assert.Equal("---\na: 1\n---\nb: 2\n", YamlWriter.Write("""[{"a":1},{"b":2}]"""));

    [Fact]
    public void Long_lines_are_not_folded()
    {
        var text = string.Join(' ', Enumerable.Repeat("word", 100));
        Assert.Equal($"---\na: {text}\n", YamlWriter.Write($$"""{"a":"{{text}}"}"""));
    }

    private static Scalar ReadBack(string text)
    {
        var yaml = YamlWriter.Write(new JsonObject { ["key"] = text }.ToJsonString());
        var parser = new Parser(new StringReader(yaml));
        var scalars = new List<Scalar>();
        while (parser.MoveNext())
        {
            if (parser.Current is Scalar scalar)
                scalars.Add(scalar);
        }

        return Assert.Single(scalars.Skip(1));
    }

    // The tag expressions of https://yaml.org/type/ for bool, null, int, float, timestamp, merge and value.
    [GeneratedRegex(@"^(y|Y|yes|Yes|YES|n|N|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF|~|null|Null|NULL||<<|="
        + @"|[-+]?0b[01_]+|[-+]?0o?[0-7_]+|[-+]?[0-9][0-9_]*|[-+]?0x[0-9a-fA-F_]+|[-+]?[1-9][0-9_]*(:[0-5]?[0-9])+"
        + @"|[-+]?(\.[0-9_]+|[0-9][0-9_]*(\.[0-9_]*)?)([eE][-+]?[0-9]+)?|[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"
        + @"|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*)$", RegexOptions.Singleline)]
    private static partial Regex Yaml11Meaning();
}
