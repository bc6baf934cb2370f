using KubeBuilderNet.Scaffolding.Xml;

namespace KubeBuilderNet.Scaffolding.Tests;

public class MsBuildTextTests
{
    [Theory]
    [InlineData("<Project>\n  <ItemGroup>\n    <P Include=\"A\" />\n    <P Include=\"C\" /><!-- c -->\n  </ItemGroup>\n</Project>\n",
        "<Project>\n  <ItemGroup>\n    <P Include=\"A\" />\n    <P Include=\"B\" />\n    <P Include=\"C\" /><!-- c -->\n  </ItemGroup>\n</Project>\n")]
    [InlineData("<Project>\n  <ItemGroup>\n    <P Include=\"A\"><V>1</V></P> <!-- a -->\n  </ItemGroup>\n</Project>\n",
        "<Project>\n  <ItemGroup>\n    <P Include=\"A\"><V>1</V></P>\n    <P Include=\"B\" /> <!-- a -->\n  </ItemGroup>\n</Project>\n")]
    [InlineData("<Project>\n  <PropertyGroup Condition=\"'$(A)' > ''\" />\n</Project>\n",
        "<Project>\n  <PropertyGroup Condition=\"'$(A)' > ''\" />\n  <ItemGroup>\n    <P Include=\"B\" />\n  </ItemGroup>\n</Project>\n")]
    [InlineData("<Project />\n", "<Project>\n  <ItemGroup>\n    <P Include=\"B\" />\n  </ItemGroup>\n</Project>\n")]
    [InlineData("<Project>\r\n  <ItemGroup>\r\n    <P Include=\"A\" />\r\n  </ItemGroup>\r\n</Project>\r\n",
        "<Project>\r\n  <ItemGroup>\r\n    <P Include=\"A\" />\r\n    <P Include=\"B\" />\r\n  </ItemGroup>\r\n</Project>\r\n")]
    [InlineData("\uFEFF<Project><ItemGroup>\n    <P Include=\"b\" />\n</ItemGroup></Project>", "\uFEFF<Project><ItemGroup>\n    <P Include=\"b\" />\n</ItemGroup></Project>")]
    public void An_item_is_added_and_nothing_else_changes(string before, string after) =>
        Assert.Equal(after, MsBuildText.WithItem("a.csproj", before, "P", "B", null));

    [Fact]
    public void An_item_may_have_a_version() =>
        Assert.Contains("<P Include=\"B\" Version=\"1.0&amp;\" />", MsBuildText.WithItem("a.csproj", "<Project />", "P", "B", "1.0&"), StringComparison.Ordinal);

    [Fact]
    public void A_property_comes_changes_and_goes()
    {
        const string without = "<Project>\n  <PropertyGroup>\n    <A>1</A>\n  </PropertyGroup>\n</Project>\n";
        var with = MsBuildText.WithProperty("a.csproj", without, "B", "x");
        Assert.Equal("<Project>\n  <PropertyGroup>\n    <A>1</A>\n    <B>x</B>\n  </PropertyGroup>\n</Project>\n", with);
        Assert.Equal(with.Replace("x", "y", StringComparison.Ordinal), MsBuildText.WithProperty("a.csproj", with, "B", "y"));
        Assert.Equal(with, MsBuildText.WithProperty("a.csproj", with, "B", "x"));
        Assert.Equal(without, MsBuildText.WithProperty("a.csproj", with, "B", null));
        Assert.Equal(without, MsBuildText.WithProperty("a.csproj", without, "B", null));
    }

    [Theory]
    [InlineData("<Project>", "a.csproj(1,10): ")]
    [InlineData("<Project />", "a.csproj has no PropertyGroup to put B into: add one")]
    public void What_cannot_be_edited_is_said(string text, string message) =>
        Assert.StartsWith(message, Assert.Throws<ScaffoldException>(() => MsBuildText.WithProperty("a.csproj", text, "B", "x")).Message, StringComparison.Ordinal);
}
