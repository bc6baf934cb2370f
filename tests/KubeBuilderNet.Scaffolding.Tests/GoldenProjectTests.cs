using KubeBuilderNet.Scaffolding.Tests.Support;

namespace KubeBuilderNet.Scaffolding.Tests;

public class GoldenProjectTests
{
    [Fact]
    public void The_main_sample_is_scaffolded_as_kept() =>
        Snapshot.Matches("HTTPClient", Scaffold.Init().Create(Scaffold.Api()).Files);

    [Fact]
    public void Several_kinds_and_versions_are_scaffolded_as_kept()
    {
        var options = Scaffold.Options with { Owner = "Example Inc", License = "copyright", PackageSource = "../packages", RootNamespace = "Example.Shop" };
        var files = Scaffold.Init(options)
            .Create(Scaffold.Api("v1", "Basket") with { ShortNames = ["bk"] })
            .Create(Scaffold.Api("v2", "Basket") with { HasController = false })
            .Create(Scaffold.Api("v1", "Task") with { Namespaced = false, Plural = "chores" });
        Snapshot.Matches("Shop", files.Files);
    }

    [Fact]
    public void Every_file_ends_in_one_line_feed_and_has_no_carriage_return()
    {
        var files = Scaffold.Init().Create(Scaffold.Api()).Files;
        Assert.All(files, file =>
        {
            Assert.EndsWith("\n", file.Value, StringComparison.Ordinal);
            Assert.False(file.Value.EndsWith("\n\n", StringComparison.Ordinal), file.Key);
            Assert.DoesNotContain("\r", file.Value, StringComparison.Ordinal);
            Assert.DoesNotContain(" \n", file.Value, StringComparison.Ordinal);
        });
    }
}
