using KubeBuilderNet.ImportTests.Support;

namespace KubeBuilderNet.ImportTests;

/// <summary>The definitions of other projects, imported and built again.</summary>
public class ConformanceTests(ITestOutputHelper output)
{
    [Fact]
    public void Building_what_was_imported_gives_the_same_definitions()
    {
        var (equal, all, raw) = (0, 0, 0);
        var problems = new List<string>();
        foreach (var (file, imported) in Conformance.All)
        {
            var differences = imported.Differences();
            all += imported.Definitions.Count;
            equal += differences.Count == 0 ? imported.Definitions.Count : 0;
            raw += imported.RawSchemas;
            problems.AddRange(differences.Take(10).Select(difference => $"{file}: {difference}"));
        }
        output.WriteLine($"{equal} of {all} equal, {raw} schemas carried as JSON");
        foreach (var problem in problems)
            output.WriteLine(problem);
        Assert.Empty(problems);
        Assert.Equal(0, raw);
        Assert.True(all > 0, "no definition was found");
    }
}
