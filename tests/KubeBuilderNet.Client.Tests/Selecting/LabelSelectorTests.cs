using CsCheck;
using k8s.Models;
using KubeBuilderNet.Selecting;

namespace KubeBuilderNet.Client.Tests.Selecting;

public sealed class LabelSelectorTests
{
    [Theory]
    [InlineData("", "", true)]
    [InlineData("a=1", "a=1", true)]
    [InlineData("a == 1 , b", "a=1,b=", true)]
    [InlineData("a=1", "a=2", false)]
    [InlineData("a=", "a=", true)]
    [InlineData("a!=1", "", true)]
    [InlineData("a!=1", "a=1", false)]
    [InlineData("a in (1, 2)", "a=2", true)]
    [InlineData("a in (1,2)", "", false)]
    [InlineData("a notin (1,2)", "", true)]
    [InlineData("a notin (1,2)", "a=2", false)]
    [InlineData("!a", "b=1", true)]
    [InlineData("!a", "a=", false)]
    [InlineData("in", "in=1", true)]
    [InlineData("example.com/a-b_c.d=x", "example.com/a-b_c.d=x", true)]
    public void A_selector_selects_as_kubectl_does(string selector, string labels, bool isSelected) =>
        Assert.Equal(isSelected, LabelSelector.Parse(selector).Matches(Labels(labels)));

    [Theory]
    [InlineData("a=1,", "a label is expected at its end")]
    [InlineData("a is 1", "=, !=, in, notin or a comma is expected before 'is 1'")]
    [InlineData("a in 1", "( is expected before '1'")]
    [InlineData("a in (1", ", or ) is expected at its end")]
    [InlineData("a=1 b=2", "a comma is expected before 'b=2'")]
    [InlineData("=1", "a label is expected before '=1'")]
    public void What_is_no_selector_is_told_where(string selector, string message) =>
        Assert.Contains(message, Assert.Throws<FormatException>(() => LabelSelector.Parse(selector)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_selector_of_an_object_means_the_same_as_its_text()
    {
        var selector = LabelSelector.Of(new V1LabelSelector
        {
            MatchLabels = new Dictionary<string, string> { ["app"] = "web" },
            MatchExpressions =
            [
                new V1LabelSelectorRequirement { Key = "tier", OperatorProperty = "In", Values = ["a", "b"] },
                new V1LabelSelectorRequirement { Key = "old", OperatorProperty = "NotIn", Values = ["yes"] },
                new V1LabelSelectorRequirement { Key = "there", OperatorProperty = "Exists" },
                new V1LabelSelectorRequirement { Key = "gone", OperatorProperty = "DoesNotExist" },
            ],
        });
        Assert.Equal("app=web,tier in (a,b),old!=yes,there,!gone", selector.ToString());
        Assert.Equal(selector.ToString(), LabelSelector.Parse(selector.ToString()).ToString());
    }

    [Fact]
    public void No_selector_selects_nothing_and_an_empty_one_all()
    {
        Assert.False(LabelSelector.Of(null).Matches(Labels("a=1")));
        Assert.True(LabelSelector.Of(new V1LabelSelector()).Matches(null));
        Assert.True(LabelSelector.Everything.Matches(null));
    }

    [Fact]
    public void An_unknown_operator_is_named() =>
        Assert.Contains("'Maybe'", Assert.Throws<FormatException>(() => LabelSelector.Of(new V1LabelSelector
        {
            MatchExpressions = [new V1LabelSelectorRequirement { Key = "a", OperatorProperty = "Maybe" }],
        })).Message, StringComparison.Ordinal);

    [Fact]
    public void Any_text_is_a_selector_that_reads_back_or_a_fault_that_is_told() => Gen.String[Gen.Char["ab=!,() in"], 0, 12].Sample(static text =>
    {
        try
        {
            var read = LabelSelector.Parse(text).ToString();
            Assert.Equal(read, LabelSelector.Parse(read).ToString());
        }
        catch (FormatException e)
        {
            Assert.Contains("is expected", e.Message, StringComparison.Ordinal);
        }
    }, iter: 20_000);

    private static Dictionary<string, string> Labels(string text) =>
        text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(static label => label.Split('=')).ToDictionary(static label => label[0], static label => label[1]);
}
