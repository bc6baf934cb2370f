using KubeBuilderNet.Scaffolding.Resources;

namespace KubeBuilderNet.Scaffolding.Tests;

public class PluralizerTests
{
    [Fact]
    public void Every_kind_has_the_plural_that_controller_gen_gives_it()
    {
        using var reader = new StreamReader(typeof(PluralizerTests).Assembly.GetManifestResourceStream("plurals.tsv")!);
        var rows = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Trim().Split('\t')).ToList();
        Assert.True(rows.Count >= 167);
        Assert.Empty(rows.Where(row => Resource.DefaultPlural(row[0]) != row[1]).Select(row => $"{row[0]}: {Resource.DefaultPlural(row[0])}, not {row[1]}"));
    }
}
