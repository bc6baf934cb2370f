namespace KubeBuilderNet.PackageTests;

/// <summary>The example operator, scaffolded into a temporary folder from the packed packages.</summary>
internal sealed class ScaffoldedProject : IDisposable
{
    private readonly DirectoryInfo _parent = Directory.CreateTempSubdirectory("kbn-package-");
    private readonly Packages _packages;

    private ScaffoldedProject(Packages packages)
    {
        _packages = packages;
        Root = _parent.CreateSubdirectory("httpclient").FullName;
    }

    internal string Root { get; }

    internal static async Task<ScaffoldedProject> CreateAsync(Packages packages)
    {
        var project = new ScaffoldedProject(packages);
        (await project.KbnetAsync("init", "--domain", "baihl.io", "--project-name", "httpclient", "--package-source", Packages.Folder)).Succeeded();
        (await project.KbnetAsync("create", "api", "--group", "apps", "--version", "v1beta1", "--kind", "HTTPClient")).Succeeded();
        return project;
    }

    internal Task<CommandResult> KbnetAsync(params string[] arguments) => Shell.RunAsync(Root, _packages.Kbnet, arguments);

    internal Task<CommandResult> DotnetAsync(params string[] arguments) => Shell.RunAsync(Root, "dotnet", arguments);

    internal Task<CommandResult> BuildAsync(params string[] more) => DotnetAsync(["build", "-warnaserror", "-v", "minimal", .. more]);

    internal string PathOf(string relative) => Path.Combine(Root, relative);

    internal string Read(string relative) => File.ReadAllText(PathOf(relative));

    internal void Edit(string relative, string old, string @new)
    {
        var text = Read(relative);
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(PathOf(relative), text.Replace(old, @new, StringComparison.Ordinal));
    }

    public void Dispose() => _parent.Delete(recursive: true);
}
