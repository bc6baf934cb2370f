using System.Threading.Channels;
using KubeBuilderNet.Build.Manifests;
using KubeBuilderNet.Scaffolding;

namespace KubeBuilderNet.Cli.Building;

/// <summary>Writes manifests again whenever a source file is saved, until Ctrl-C.</summary>
internal static class ManifestWatch
{
    // Editors write a file in several steps.
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(30);

    public static async Task<int> RunAsync(UserProject project, string? config, CliEnvironment environment, CancellationToken cancellationToken)
    {
        var saved = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        using var watcher = new FileSystemWatcher(project.Folder)
        {
            IncludeSubdirectories = true,
            Filters = { "*.cs", "*.csproj", "*.props", "*.targets" },
        };
        var intermediate = Path.Combine(project.Folder, "obj") + Path.DirectorySeparatorChar;
        void OnChange(object sender, FileSystemEventArgs change)
        {
            if (!change.FullPath.StartsWith(intermediate, StringComparison.Ordinal))
                saved.Writer.TryWrite(true);
        }

        watcher.Changed += OnChange;
        watcher.Created += OnChange;
        watcher.Deleted += OnChange;
        watcher.Renamed += OnChange;
        watcher.EnableRaisingEvents = true;
        while (true)
        {
            await WriteAsync(project, config, environment, cancellationToken);
            await saved.Reader.ReadAsync(cancellationToken);
            await Task.Delay(Settling, cancellationToken);
            saved.Reader.TryRead(out _);
        }
    }

    // Errors are what the next save mends.
    private static async Task WriteAsync(UserProject project, string? config, CliEnvironment environment, CancellationToken cancellationToken)
    {
        try
        {
            using var turn = await ProjectTurn.TakeAsync(project, cancellationToken);
            (await ManifestFiles.BuildAsync(project, config, cancellationToken)).Write(environment, isDryRun: false);
        }
        catch (BuildFailedException e)
        {
            await environment.Error.WriteLineAsync(e.Output.TrimEnd());
        }
        catch (Exception e) when (e is ScaffoldException or ManifestException or IOException or UnauthorizedAccessException)
        {
            await environment.Error.WriteLineAsync($"kbnet: {e.Message}");
        }
    }
}
