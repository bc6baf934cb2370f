using KubeBuilderNet.Scaffolding.Apis;
using KubeBuilderNet.Scaffolding.Applying;
using KubeBuilderNet.Scaffolding.Naming;
using KubeBuilderNet.Scaffolding.Tests.Support;

namespace KubeBuilderNet.Scaffolding.Tests;

/// <summary>A project can be made on one system and worked on in another.</summary>
public class EverySystemTests
{
    // Windows' limit is 260, and somebody's folders come before these.
    private const int LongestPath = 160;

    private const string Refused = "<>:\"|?*\\ ";

    private static IReadOnlyCollection<string> Paths { get; } = [.. Scaffold.Init(Scaffold.Options with { MultiGroup = true, Namespaced = true, ProjectName = new string('p', 28) })
        .Create(Scaffold.Api(kind: "K" + new string('k', 30), group: "sea-creatures.deep"))
        .Create(Scaffold.Api("v1", "Ship") with { Namespaced = false })
        .Create(Scaffold.Api("v1", "Deployment") with { HasResource = false }).Files.Keys];

    [Fact]
    public void Every_path_is_one_on_Linux_macOS_and_Windows() => Assert.All(Paths, path =>
    {
        Assert.DoesNotContain(path, Refused.Contains);
        Assert.True(path.Length < LongestPath, path);
        Assert.All(path.Split('/'), part =>
        {
            Assert.False(part.EndsWith('.'), path);
            Assert.False(WindowsName.IsDevice(part.Split('.')[0]), path);
        });
    });

    [Fact]
    public void No_two_paths_differ_in_case_alone()
    {
        var entries = Paths.SelectMany(path => path.Split('/').Select((_, i) => string.Join('/', path.Split('/')[..(i + 1)]))).Distinct().ToList();
        Assert.Equal(entries.Count, entries.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Theory]
    [InlineData("Aux", true)]
    [InlineData("Com1", true)]
    [InlineData("Command", false)]
    [InlineData("Conn", false)]
    public void A_kind_whose_file_Windows_refuses_is_told_of(string kind, bool isDevice) =>
        Assert.Equal(isDevice, CreateApiScaffold.Plan(Scaffold.Init(), Scaffold.Api("v1", kind)).Notes.Any(note => note.StartsWith("Windows keeps the name", StringComparison.Ordinal)));

    [Fact]
    public void Files_are_found_by_a_path_with_slashes_and_written_with_line_feeds()
    {
        var folder = Directory.CreateTempSubdirectory("kbnet-test-");
        try
        {
            var files = new PhysicalFileSystem(folder.FullName);
            files.CreateDirectory("a");
            files.CreateDirectory("a/b");
            files.WriteNew("a/b/c.txt", "one\ntwo\n");
            Assert.Equal("one\ntwo\n", File.ReadAllText(Path.Combine(folder.FullName, "a", "b", "c.txt")));
            Assert.Equal(["b"], files.List("a"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void No_scaffolded_step_but_the_devcontainers_and_the_workflows_needs_a_shell()
    {
        var files = Scaffold.Init().Create(Scaffold.Api()).Files;
        Assert.Equal([".devcontainer/post-create.sh"], files.Keys.Where(path => path.EndsWith(".sh", StringComparison.Ordinal)));
        Assert.DoesNotContain("Exec Command", files["httpclient.csproj"], StringComparison.Ordinal);
    }
}
