namespace KubeBuilderNet.Cli.Deploying;

/// <summary>Finds other programs.</summary>
internal static class Programs
{
    /// <summary>The full path of a program on the PATH, or else in the folder that KUBEBUILDER_ASSETS names; null when it is in neither.</summary>
    public static string? Find(CliEnvironment environment, string name)
    {
        var folders = (environment.Variable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Append(environment.Variable("KUBEBUILDER_ASSETS"));
        var file = OperatingSystem.IsWindows() ? name + ".exe" : name;
        return folders.Where(folder => !string.IsNullOrEmpty(folder)).Select(folder => Path.Combine(folder!, file)).FirstOrDefault(File.Exists);
    }
}
