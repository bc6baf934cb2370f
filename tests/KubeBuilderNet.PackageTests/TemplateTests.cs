namespace KubeBuilderNet.PackageTests;

/// <summary>The templates of <c>dotnet new</c> write what <c>kbnet</c> writes.</summary>
public sealed class TemplateTests(Packages packages) : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kbn-templates-");

    private string Hive => Path.Combine(_folder.FullName, "hive");

    public async ValueTask InitializeAsync()
    {
        var package = Directory.GetFiles(Packages.Folder, "KubeBuilderNet.Templates.*.nupkg").Single();
        (await NewAsync(_folder.FullName, "install", package)).Succeeded();
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "nuget.config"), $"""
            <configuration><packageSources><add key="packed" value="{Packages.Folder}" /></packageSources></configuration>
            """);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task They_are_listed_and_explain_their_parameters()
    {
        var listed = (await NewAsync(_folder.FullName, "list", "kbnet")).Succeeded().Output;
        Assert.All(["kbnet-operator", "kbnet-api", "kbnet-controller"], name => Assert.Contains(name, listed, StringComparison.Ordinal));
        Assert.Contains("What every API group of the project ends with.", (await NewAsync(_folder.FullName, "kbnet-operator", "--help")).Output, StringComparison.Ordinal);
        (await NewAsync(_folder.FullName, "kbnet-operator", "--license", "copyright")).Failed();
    }

    [Theory]
    [InlineData("my-shop", "")]
    [InlineData("shop", "--domain example.com --multigroup --license none")]
    [InlineData("shop", "--namespaced --license copyright --owner Me")]
    [InlineData("shop", "--multigroup --namespaced --owner Me --namespace Example.Shop")]
    public async Task An_operator_is_what_init_writes(string name, string options)
    {
        var words = options.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var (made, expected) = (_folder.CreateSubdirectory("made").FullName, _folder.CreateSubdirectory($"expected/{name}").FullName);
        (await NewAsync(made, ["kbnet-operator", "-n", name, .. words])).Succeeded();
        (await Shell.RunAsync(expected, packages.Kbnet, ["init", "--project-name", name, .. words])).Succeeded();
        AssertSame(expected, Path.Combine(made, name));
    }

    [Fact]
    public async Task Kinds_and_controllers_are_what_create_api_writes()
    {
        var (made, expected) = (_folder.CreateSubdirectory("made/shop").FullName, _folder.CreateSubdirectory("expected/shop").FullName);
        foreach (var folder in new[] { made, expected })
            (await Shell.RunAsync(folder, packages.Kbnet, "init", "--project-name", "shop")).Succeeded();
        (await NewAsync(made, "kbnet-api", "--group", "crew", "--kind", "Captain", "--allow-scripts", "yes")).Succeeded();
        (await NewAsync(made, "kbnet-api", "--group", "crew", "--api-version", "v2", "--kind", "Admiral", "--plural", "admirales",
            "--namespaced", "false", "--controller", "false", "--allow-scripts", "yes")).Succeeded();
        (await NewAsync(made, "kbnet-controller", "--group", "crew", "--kind", "Captain", "--controller-name", "captain-backup", "--allow-scripts", "yes")).Succeeded();

        (await Shell.RunAsync(expected, packages.Kbnet, "create", "api", "--group", "crew", "--version", "v1", "--kind", "Captain")).Succeeded();
        (await Shell.RunAsync(expected, packages.Kbnet, "create", "api", "--group", "crew", "--version", "v2", "--kind", "Admiral", "--plural", "admirales",
            "--namespaced=false", "--controller=false")).Succeeded();
        (await Shell.RunAsync(expected, packages.Kbnet, "create", "api", "--group", "crew", "--version", "v1", "--kind", "Captain", "--resource=false",
            "--controller-name", "captain-backup")).Succeeded();
        AssertSame(expected, made);
    }

    private static void AssertSame(string expected, string made)
    {
        Assert.Equal(SampleProject.Files(expected), SampleProject.Files(made));
        Assert.All(SampleProject.Files(expected), file => Assert.Equal(File.ReadAllText(Path.Combine(expected, file)), File.ReadAllText(Path.Combine(made, file))));
    }

    private Task<CommandResult> NewAsync(string folder, params string[] arguments) =>
        Shell.RunAsync(folder, "dotnet", ["new", .. arguments, "--debug:custom-hive", Hive]);
}
