using KubeBuilderNet.Scaffolding.Importing.Writing;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KubeBuilderNet.Scaffolding.Tests.Importing;

public class TextTests
{
    [Theory]
    [InlineData("plain", "\"plain\"")]
    [InlineData(@"^\d+$", "@\"^\\d+$\"")]
    [InlineData("a\"b\"c", "\"\"\"a\"b\"c\"\"\"")]
    [InlineData("\"x\"", "\"\\\"x\\\"\"")]
    [InlineData("a\nb\t", "\"a\\nb\\t\"")]
    [InlineData("nul \0 line \u2028", "\"nul \\u0000 line \\u2028\"")]
    [InlineData("three \"\"\" quotes", "\"three \\\"\\\"\\\" quotes\"")]
    [InlineData("emoji 😀", "\"emoji \\ud83d\\ude00\"")]
    [InlineData("", "\"\"")]
    public void Texts_are_written_as_C_sharp_reads_them(string text, string literal)
    {
        Assert.Equal(literal, CSharpLiteral.Of(text));
        var parsed = Assert.IsType<LiteralExpressionSyntax>(SyntaxFactory.ParseExpression(literal));
        Assert.Equal(text, parsed.Token.ValueText);
    }

    [Theory]
    [InlineData("1", "1")]
    [InlineData("-9223372036854775808", "long.MinValue")]
    [InlineData("0.25", "0.25")]
    [InlineData("1E+20", "1E+20")]
    [InlineData("18446744073709551615", "18446744073709551615d")]
    [InlineData("true", "true")]
    [InlineData("null", "null")]
    public void Numbers_are_written_as_C_sharp_reads_them(string json, string literal) => Assert.Equal(literal, CSharpLiteral.OfJson(json));

    [Theory]
    [InlineData("one line", true)]
    [InlineData("two\nlines\n\nand a paragraph", true)]
    [InlineData("list:\n  - item", true)]
    [InlineData(" leading", false)]
    [InlineData("trailing ", false)]
    [InlineData("gap\n\n\n", false)]
    [InlineData("a\nTODO b", false)]
    [InlineData("a\n---", false)]
    [InlineData("tab\there", false)]
    public void Comments_hold_what_they_give_back(string text, bool isHeld) => Assert.Equal(isHeld, Comment.CanHold(text));

    [Fact]
    public void Comments_escape_what_XML_means() =>
        Assert.Equal(["/// <summary>a &lt; b &amp;&amp; c</summary>"], Comment.Summary("a < b && c"));
}
