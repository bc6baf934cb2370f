namespace KubeBuilderNet.LayeringTests;

public sealed class LayeringTests
{
    // The diagram of docs/architecture.md. A project may refer to no more than stands here.
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["KubeBuilderNet.Abstractions"] = [],
        ["KubeBuilderNet.Client"] = ["KubeBuilderNet.Abstractions"],
        ["KubeBuilderNet.Runtime"] = ["KubeBuilderNet.Client"],
        ["KubeBuilderNet.Testing"] = ["KubeBuilderNet.Client"],
        ["KubeBuilderNet"] = ["KubeBuilderNet.Runtime", "KubeBuilderNet.Generators", "KubeBuilderNet.Generators.CodeFixes", "KubeBuilderNet.Build"],
        ["KubeBuilderNet.Generators"] = [],
        ["KubeBuilderNet.Generators.CodeFixes"] = ["KubeBuilderNet.Generators"],
        ["KubeBuilderNet.Build"] = [],
        ["KubeBuilderNet.Scaffolding"] = [],
        ["KubeBuilderNet.Cli"] = ["KubeBuilderNet.Scaffolding", "KubeBuilderNet.Client"],
    };

    public static TheoryData<string> Products => [.. Repository.Products.Keys.Order()];

    [Theory]
    [MemberData(nameof(Products))]
    public void References_point_one_way(string project)
    {
        Assert.True(Allowed.TryGetValue(project, out var allowed), $"{project} has no row in the table: say there what it may refer to.");
        Assert.Empty(Repository.References(Repository.Products[project]).Except(allowed));
    }

    [Fact]
    public void The_table_names_only_projects_that_exist() => Assert.Empty(Allowed.Keys.Except(Repository.Products.Keys));

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = File.ReadAllText(Path.Combine(Checkout.Root, "KubeBuilderNet.sln"));
        var projects = Repository.Projects("generators", "runtime", "cli", "tests", "benchmarks", "eng").Keys;
        Assert.All(projects, name => Assert.Contains($"\"{name}\"", solution, StringComparison.Ordinal));
    }

    [Fact]
    public void What_users_can_see_of_the_runtime_is_written_down()
    {
        var runtime = Repository.Projects("runtime").Values.Where(project => Repository.Sources(Path.GetRelativePath(Checkout.Root, Path.GetDirectoryName(project)!)).Any());
        Assert.All(runtime, project => Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(project)!, "PublicAPI.Unshipped.txt")), project));
    }

    [Fact]
    public void A_folder_is_a_namespace()
    {
        var strays = Repository.Sources("generators", "runtime", "cli")
            .Where(file => Declared(file) is { } name && !name.EndsWith(Folder(file), StringComparison.Ordinal));
        Assert.Empty(strays.Select(file => Path.GetRelativePath(Checkout.Root, file)));
    }

    private static string? Declared(string file) => File.ReadLines(file)
        .FirstOrDefault(line => line.StartsWith("namespace ", StringComparison.Ordinal))?["namespace ".Length..].TrimEnd(';', ' ');

    // generators/KubeBuilderNet.Build/Yaml/X.cs -> .Yaml; a file at a project's root -> nothing to check beyond the root.
    private static string Folder(string file)
    {
        var parts = Path.GetRelativePath(Checkout.Root, Path.GetDirectoryName(file)!).Split(Path.DirectorySeparatorChar);
        return string.Concat(parts.Skip(2).Select(part => "." + part));
    }
}
