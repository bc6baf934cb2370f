using KubeBuilderNet.Scaffolding.Tests.Support;

namespace KubeBuilderNet.Scaffolding.Tests;

public class ScaffoldedTextTests
{
    [Fact]
    public void Every_file_ends_in_one_line_feed_and_has_no_carriage_return()
    {
        var files = Scaffold.Init(Scaffold.Options with { MultiGroup = true, Namespaced = true }).Create(Scaffold.Api()).Files;
        Assert.All(files, file =>
        {
            Assert.EndsWith("\n", file.Value, StringComparison.Ordinal);
            Assert.False(file.Value.EndsWith("\n\n", StringComparison.Ordinal), file.Key);
            Assert.DoesNotContain("\r", file.Value, StringComparison.Ordinal);
            Assert.DoesNotContain(" \n", file.Value, StringComparison.Ordinal);
        });
    }
}
