namespace KubeBuilderNet.Cli.Building;

/// <summary>One command at a time works in a project's cache; another one waits until this is disposed, or its process has ended.</summary>
internal sealed class ProjectTurn : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(30);

    // Of a file that another process holds: EAGAIN of Linux, EAGAIN of macOS, ERROR_SHARING_VIOLATION of Windows.
    private static readonly int[] InUse = [11, 35, unchecked((int)0x80070020)];

    private readonly FileStream _lock;

    private ProjectTurn(FileStream held) => _lock = held;

    /// <summary>Waits for the turn.</summary>
    /// <param name="project">The project.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public static async Task<ProjectTurn> TakeAsync(UserProject project, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(project.Cache);
        var path = Path.Combine(project.Cache, "lock");
        while (true)
        {
            try
            {
                return new ProjectTurn(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0));
            }
            catch (IOException e) when (Array.IndexOf(InUse, e.HResult) >= 0)
            {
                await Task.Delay(Pause, cancellationToken);
            }
        }
    }

    /// <summary>Lets the next one begin.</summary>
    public void Dispose() => _lock.Dispose();
}
