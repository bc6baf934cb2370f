
[assembly: AssemblyFixture(typeof(KubeBuilderNet.PackageTests.Packages))]

namespace KubeBuilderNet.PackageTests;

/// <summary>The packages of this checkout, packed once, and the tool installed from them.</summary>
public sealed class Packages : IAsyncLifetime
{
    private readonly DirectoryInfo _tools = Directory.CreateTempSubdirectory("kbn-tools-");

    internal static string Folder { get; } = Checkout.PathOf("artifacts", "packages");

    internal string Kbnet => Path.Combine(_tools.FullName, OperatingSystem.IsWindows() ? "kbnet.exe" : "kbnet");

    public async ValueTask InitializeAsync()
    {
        ForgetRestoredTools();
        (await Shell.RunAsync(Checkout.Root, "dotnet", "pack", "KubeBuilderNet.sln", "-c", "Release", "-v", "quiet")).Succeeded();
        (await Shell.RunAsync(_tools.FullName, "dotnet", "tool", "install", "KubeBuilderNet.Cli", "--tool-path", _tools.FullName, "--source", Folder)).Succeeded();
    }

    // The SDK remembers where a package's tool lay, and goes on to look there when the package is gone.
    private static void ForgetRestoredTools()
    {
        var home = Environment.GetEnvironmentVariable("DOTNET_CLI_HOME") ?? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var cache = new DirectoryInfo(Path.Combine(home, ".dotnet", "toolResolverCache"));
        if (!cache.Exists)
            return;
        foreach (var remembered in cache.EnumerateFiles("kubebuildernet.cli", SearchOption.AllDirectories))
            remembered.Delete();
    }

    public ValueTask DisposeAsync()
    {
        _tools.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
