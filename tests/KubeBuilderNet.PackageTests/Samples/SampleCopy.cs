namespace KubeBuilderNet.PackageTests.Samples;

/// <summary>A sample in a temporary folder of its own, where it restores from the packed packages.</summary>
internal sealed class SampleCopy : IDisposable
{
    private readonly DirectoryInfo _parent = Directory.CreateTempSubdirectory("kbn-sample-");
    private readonly Packages _packages;

    internal SampleCopy(SampleProject sample, Packages packages)
    {
        _packages = packages;
        Root = _parent.CreateSubdirectory(sample.Name).FullName;
        foreach (var file in SampleProject.Files(sample.Folder))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
            File.Copy(Path.Combine(sample.Folder, file), PathOf(file));
        }
        File.WriteAllText(Path.Combine(_parent.FullName, "nuget.config"), $"""
            <configuration><packageSources><add key="packed" value="{Packages.Folder}" /></packageSources></configuration>
            """);
    }

    internal string Root { get; }

    internal string PathOf(string relative) => Path.Combine(Root, relative);

    internal Task<CommandResult> KbnetAsync(params string[] arguments) => Shell.RunAsync(Root, _packages.Kbnet, arguments);

    internal Task<CommandResult> DotnetAsync(params string[] arguments) => Shell.RunAsync(Root, "dotnet", arguments);

    public void Dispose() => _parent.Delete(recursive: true);
}
