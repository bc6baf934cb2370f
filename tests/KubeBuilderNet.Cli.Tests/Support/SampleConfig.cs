namespace KubeBuilderNet.Cli.Tests.Support;

/// <summary>The config folder of the main sample, as a scaffolded and built project has it.</summary>
internal static class SampleConfig
{
    /// <summary>Copies it, with the files that tell git and kbnet what the folder is.</summary>
    public static Shell Create()
    {
        var shell = new Shell();
        var sample = Checkout.PathOf("samples", "HTTPClient");
        foreach (var file in Directory.EnumerateFiles(Path.Combine(sample, "config"), "*", SearchOption.AllDirectories))
            shell.Write(Path.GetRelativePath(sample, file), File.ReadAllText(file));
        foreach (var name in (string[])["PROJECT", ".gitignore", ".gitattributes"])
            shell.Write(name, File.ReadAllText(Path.Combine(sample, name)));
        return shell;
    }
}
