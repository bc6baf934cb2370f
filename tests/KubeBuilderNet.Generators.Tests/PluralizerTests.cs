using KubeBuilderNet.Generators.Parsing.Naming;
using KubeBuilderNet.Generators.Tests.Infrastructure;

namespace KubeBuilderNet.Generators.Tests;

public sealed class PluralizerTests
{
    [Fact]
    public void Plurals_are_those_of_controller_gen()
    {
        var rows = TestData.Read("plurals.tsv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(row => row.TrimEnd('\r').Split('\t')).ToList();
        Assert.True(rows.Count > 160);
        Assert.Equal(rows.Select(row => $"{row[0]} {row[1]}"), rows.Select(row => $"{row[0]} {Pluralizer.Pluralize(row[0])}"));
    }

    [Theory]
    [InlineData("HTTPClient", "httpclients")]
    [InlineData("Widget", "widgets")]
    [InlineData("BackupPolicy", "backuppolicies")]
    public void Kinds_outside_the_table_follow_the_rules(string kind, string plural) => Assert.Equal(plural, Pluralizer.Pluralize(kind));
}
