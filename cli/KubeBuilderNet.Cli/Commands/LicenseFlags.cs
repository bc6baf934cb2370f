using System.CommandLine;
using KubeBuilderNet.Scaffolding;
using KubeBuilderNet.Scaffolding.Init;

namespace KubeBuilderNet.Cli.Commands;

/// <summary>The flags about the lines at the top of each C# file.</summary>
internal sealed class LicenseFlags
{
    private readonly Option<string?> _license = new("--license") { Description = "The licence in the files' headers: apache2, copyright or none." };
    private readonly Option<string?> _file = new("--license-file") { Description = "A file with the lines of the files' headers; instead of --license." };
    private readonly Option<string?> _owner = new("--owner") { Description = "Who holds the copyright, for the files' headers." };

    public void AddTo(Command command)
    {
        foreach (var option in new[] { _license, _file, _owner })
            command.Options.Add(option);
    }

    /// <summary>What was said; null for nothing.</summary>
    /// <exception cref="ScaffoldException">There is no such file.</exception>
    public LicenseOptions? Value(ParseResult parsed, CliEnvironment environment)
    {
        var (license, file, owner) = (parsed.GetValue(_license), parsed.GetValue(_file), parsed.GetValue(_owner));
        if ((license ?? file ?? owner) is null)
            return null;
        var options = new LicenseOptions { Owner = owner ?? "", Text = file is null ? null : Read(environment, file) };
        return license is null ? options : options with { License = license };
    }

    private static string Read(CliEnvironment environment, string file)
    {
        var path = Path.Combine(environment.Folder, file);
        return File.Exists(path) ? File.ReadAllText(path) : throw new ScaffoldException($"--license-file '{file}': there is no such file");
    }
}
