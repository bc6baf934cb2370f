namespace KubeBuilderNet.Cli.Tests.Support;

/// <summary>A folder of its own, and kbnet run in it.</summary>
internal sealed class Shell : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kbnet-test-");

    public string Folder => _folder.FullName;

    /// <summary>What is piped in.</summary>
    public string In { get; init; } = "";

    /// <summary>Environment variables that are other than the process's; those that would change what commands do are unset.</summary>
    public Dictionary<string, string?> Variables { get; } = new(StringComparer.Ordinal) { ["IMG"] = null };

    public string Out { get; private set; } = "";

    public string Error { get; private set; } = "";

    public async Task<int> Run(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        using var input = new StringReader(In);
        var code = await CommandLine.RunAsync(args, new CliEnvironment { Folder = Folder, In = input, Out = output, Error = error, Variable = Variable });
        (Out, Error) = (output.ToString(), error.ToString());
        return code;
    }

    private string? Variable(string name) => Variables.TryGetValue(name, out var value) ? value : Environment.GetEnvironmentVariable(name);

    public string Write(string path, string text)
    {
        var full = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return full;
    }

    /// <summary>Writes a script of a Unix shell that can be run.</summary>
    public void WriteProgram(string path, string text)
    {
        var full = Write(path, text);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(full, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public string[] Files() =>
        [.. _folder.EnumerateFiles("*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Folder, file.FullName).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    /// <summary>Every file with its text.</summary>
    public string[] Texts() => [.. Files().Select(file => $"{file}={File.ReadAllText(Path.Combine(Folder, file))}")];

    public void Dispose() => _folder.Delete(recursive: true);
}
