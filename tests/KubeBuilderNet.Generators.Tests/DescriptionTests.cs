using KubeBuilderNet.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Tests;

public sealed class DescriptionTests
{
    [Theory]
    [InlineData("/// <summary>One line.</summary>", "One line.")]
    [InlineData("/// <summary>\n/// Two\n/// lines.\n/// </summary>", "Two\nlines.")]
    [InlineData("/// <summary>\r\n/// Two\r\n/// lines.\r\n/// </summary>", "Two\nlines.")]
    [InlineData("/// <summary>\n/// One.\n///\n/// Two.\n/// </summary>", "One.\n\nTwo.")]
    [InlineData("/// <summary>One.<para>Two.</para><para>Three.</para></summary>", "One.\n\nTwo.\n\nThree.")]
    [InlineData("/// <summary>See <see cref=\"List{T}\"/>, <see langword=\"null\"/>, <c>code</c>, <paramref name=\"x\"/>.</summary>", "See List<T>, null, code, x.")]
    [InlineData("/// <summary>Either:<list><item>a</item>\n/// <item><term>b</term><description>c</description></item></list></summary>", "Either:\n\n- a\n- b: c")]
    [InlineData("/// <summary>a &lt; b &amp; c</summary>", "a < b & c")]
    [InlineData("/// <summary>key: value # \"quoted\" 'too'\ttab 🎉 `tick` \\ {0}</summary>", "key: value # \"quoted\" 'too'\ttab 🎉 `tick` \\ {0}")]
    [InlineData("/// <summary>Not <closed.</summary>", "Not <closed.")]
    [InlineData("/// Only words.", "Only words.")]
    [InlineData("/** <summary>A block.</summary> */", "A block.")]
    [InlineData("/**\n * <summary>\n * A long\n * block.\n * </summary>\n */", "A long\nblock.")]
    [InlineData("/// <summary>One.</summary>\n/// <remarks>Two.</remarks>", "One.")]
    [InlineData("/// <remarks>Two.</remarks>", null)]
    [InlineData("// <summary>No documentation.</summary>", null)]
    [InlineData("//// <summary>None either.</summary>", null)]
    [InlineData("/// <summary></summary>", null)]
    [InlineData("/// <summary>\n/// A:\n///   - b  \n///\n///\n///\tc\n/// </summary>", "A:\n  - b\n\n\tc")]
    [InlineData("/// <summary>\n///   All\n///     indented.\n/// </summary>", "All\n  indented.")]
    [InlineData("/// <summary>\n/// A\n/// TODO: b\n/// c TODO\n/// --- not this\n/// nor this\n/// </summary>", "A\nc TODO")]
    [InlineData("/// <summary>\n/// A\n/// ```\n/// ---\n/// TODO\n/// ```\n/// ---\n/// b\n/// </summary>", "A\n```\n---\nTODO\n```")]
    [InlineData("/// <summary>One<br/>two.</summary>", "One\ntwo.")]
    [InlineData("/// <summary>\n/// One\n/// <para>\n/// Two\n/// lines.\n/// </para>\n/// </summary>", "One\n\nTwo\nlines.")]
    [InlineData("/// <summary>\n/// a &lt; b\n///   c\n/// </summary>", "a < b\n  c")]
    [InlineData("///<summary>\n///No blank.\n///</summary>", "No blank.")]
    [InlineData("/// <summary>TODO</summary>", null)]
    public void The_summary_is_the_description(string comment, string? expected)
    {
        foreach (var mode in new[] { DocumentationMode.None, DocumentationMode.Parse })
        {
            var result = new GeneratorTest(TestSource.Spec($"{comment}\npublic string? Value {{ get; set; }}")) { DocumentationMode = mode }.Run();
            var actual = result.Property("value").TryGetProperty("description", out var description) ? description.GetString() : null;
            Assert.Equal(expected, actual);
        }
    }

    [Fact]
    public void A_property_without_words_takes_those_of_its_type()
    {
        var result = GeneratorTest.Run(TestSource.Spec(
            "public required Inner A { get; set; }\n/// <summary>Own.</summary>\npublic required Inner B { get; set; }",
            "/// <summary>The type's.</summary>\npublic class Inner { }"));
        Assert.Equal("The type's.", result.Property("a").GetProperty("description").GetString());
        Assert.Equal("Own.", result.Property("b").GetProperty("description").GetString());
    }

    [Fact]
    public void Attributes_between_words_and_property_do_no_harm()
    {
        var result = GeneratorTest.Run(TestSource.Spec("/// <summary>Words.</summary>\n[MaxLength(3)]\n// why\n[MinLength(1)]\npublic string? A { get; set; }"));
        Assert.Equal("Words.", result.Property("a").GetProperty("description").GetString());
    }

    [Fact]
    public void Words_are_inherited_where_they_are_asked_for()
    {
        var result = GeneratorTest.Run(TestSource.Spec("public required Derived D { get; set; }", """
            public class Base
            {
                /// <summary>From the base.</summary>
                public virtual string? A { get; set; }
            }
            public class Derived : Base
            {
                /// <inheritdoc/>
                public override string? A { get; set; }
            }
            """));
        Assert.Equal("From the base.", result.Property("d", "a").GetProperty("description").GetString());
    }

    [Fact]
    public void A_record_describes_its_parameters()
    {
        var result = GeneratorTest.Run(TestSource.Spec("public required Rec R { get; set; }", """
            /// <summary>A record.</summary>
            /// <param name="Name">The name.</param>
            public record Rec(string Name);
            """));
        Assert.Equal("The name.", result.Property("r", "name").GetProperty("description").GetString());
    }
}
