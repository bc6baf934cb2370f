namespace KubeBuilderNet.PackageTests;

public sealed class BuildTests(Packages packages)
{
    private const string Crd = "config/crd/bases/apps.baihl.io_httpclients.yaml";
    private const string Role = "config/rbac/role.yaml";
    private const string Api = "Api/V1Beta1/HTTPClient.cs";

    [Fact]
    public async Task A_scaffolded_project_builds_without_warnings_and_has_its_manifests()
    {
        using var project = await ScaffoldedProject.CreateAsync(packages);
        (await project.BuildAsync()).Succeeded();
        Assert.Contains("name: httpclients.apps.baihl.io", project.Read(Crd), StringComparison.Ordinal);
        Assert.Contains("kind: ClusterRole", project.Read(Role), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Operators_neither_spin_nor_keep_a_large_youngest_generation_unless_they_say_so()
    {
        using var project = await ScaffoldedProject.CreateAsync(packages);
        string Settings() => File.ReadAllText(Assert.Single(Directory.GetFiles(project.PathOf("bin"), "*.runtimeconfig.json", SearchOption.AllDirectories)));
        (await project.BuildAsync()).Succeeded();
        Assert.Contains("\"System.Threading.ThreadPool.UnfairSemaphoreSpinLimit\": 0", Settings(), StringComparison.Ordinal);
        Assert.Contains("\"System.GC.Gen0MaxBudget\": 6291456", Settings(), StringComparison.Ordinal);
        (await project.BuildAsync("-p:KubeBuilderLeanRuntime=false")).Succeeded();
        Assert.DoesNotContain("Spin", Settings(), StringComparison.Ordinal);
        Assert.DoesNotContain("Gen0", Settings(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Builds_write_only_what_changed()
    {
        using var project = await ScaffoldedProject.CreateAsync(packages);
        (await project.BuildAsync()).Succeeded();
        var (crd, role) = (Written(project, Crd), Written(project, Role));

        (await project.BuildAsync("--no-incremental")).Succeeded();
        Assert.Equal((crd, role), (Written(project, Crd), Written(project, Role)));

        project.Edit(Api, "/// <summary>", "/// <summary>Changed: #1. ");
        (await project.BuildAsync()).Succeeded();
        Assert.Contains("Changed: #1.", project.Read(Crd), StringComparison.Ordinal);
        Assert.Equal(role, Written(project, Role));

        project.Edit(Api, "\"v1beta1\")", "\"v1beta1\", Plural = \"clients\")");
        (await project.BuildAsync()).Succeeded();
        Assert.False(File.Exists(project.PathOf(Crd)));
        Assert.True(File.Exists(project.PathOf("config/crd/bases/apps.baihl.io_clients.yaml")));
    }

    [Fact]
    public async Task Projects_of_one_solution_keep_their_manifests_apart()
    {
        using var project = await ScaffoldedProject.CreateAsync(packages);
        var second = Directory.CreateDirectory(project.PathOf("../second")).FullName;
        foreach (string[] command in new string[][]
        {
            ["init", "--domain", "baihl.io", "--project-name", "second", "--package-source", Packages.Folder],
            ["create", "api", "--group", "apps", "--version", "v1", "--kind", "Widget"],
        })
        {
            (await Shell.RunAsync(second, packages.Kbnet, command)).Succeeded();
        }

        var parent = Path.GetDirectoryName(project.Root)!;
        (await Shell.RunAsync(parent, "dotnet", "new", "sln", "-n", "both", "--format", "sln")).Succeeded();
        (await Shell.RunAsync(parent, "dotnet", "sln", "both.sln", "add", "httpclient", "second")).Succeeded();
        (await Shell.RunAsync(parent, "dotnet", "build", "both.sln", "-warnaserror")).Succeeded();
        Assert.Equal(["apps.baihl.io_httpclients.yaml"], Bases(project.Root));
        Assert.Equal(["apps.baihl.io_widgets.yaml"], Bases(second));
    }

    [Fact]
    public async Task A_mistake_in_a_class_fails_the_build_at_its_line_and_leaves_the_files_alone()
    {
        using var project = await ScaffoldedProject.CreateAsync(packages);
        (await project.BuildAsync()).Succeeded();
        var before = project.Read(Crd);
        project.Edit(Api, "public sealed partial class HTTPClient :", "public sealed class HTTPClient :");
        var failed = (await project.BuildAsync()).Failed();
        Assert.Matches(@"HTTPClient\.cs\(\d+,\d+\): error KBN\d{4}", failed.Output);
        Assert.Equal(before, project.Read(Crd));
    }

    private static IEnumerable<string?> Bases(string root) =>
        Directory.EnumerateFiles(Path.Combine(root, "config/crd/bases"), "*.yaml").Select(Path.GetFileName);

    private static DateTime Written(ScaffoldedProject project, string file) => File.GetLastWriteTimeUtc(project.PathOf(file));
}
