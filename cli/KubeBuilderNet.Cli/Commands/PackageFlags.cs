using System.CommandLine;
using KubeBuilderNet.Scaffolding;
using KubeBuilderNet.Scaffolding.Init;

namespace KubeBuilderNet.Cli.Commands;

/// <summary>The flags about where a project's packages come from.</summary>
internal sealed class PackageFlags
{
    private readonly Option<string?> _source = new("--package-source") { Description = "A folder of packages to restore from besides NuGet's own sources." };
    private readonly Option<string?> _version = new("--package-version") { Description = "The version of KubeBuilderNet. [default: the highest in --package-source, else this tool's]" };

    public void AddTo(Command command)
    {
        command.Options.Add(_source);
        command.Options.Add(_version);
    }

    public string? Source(ParseResult parsed) => parsed.GetValue(_source);

    /// <summary>The version to refer to.</summary>
    /// <exception cref="ScaffoldException">It is no version, or the folder isn't there or has none.</exception>
    public string Version(ParseResult parsed, CliEnvironment environment)
    {
        var (source, version) = (Source(parsed), parsed.GetValue(_version));
        if (version is not null && !PackageFolder.IsVersion(version))
            throw new ScaffoldException($"--package-version '{version}' is no version: write one such as 1.2.3 or 1.2.3-rc.1");
        if (source is null)
            return version ?? ToolVersion.Text;
        var folder = Path.Combine(environment.Folder, source);
        if (!Directory.Exists(folder))
            throw new ScaffoldException($"--package-source '{source}': there is no such folder");
        return version ?? PackageFolder.HighestVersion(source, Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file)));
    }
}
