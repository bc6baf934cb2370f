using System.Diagnostics;
using System.Runtime.InteropServices;

namespace KubeBuilderNet.Cli.Building;

/// <summary>A program that takes the place of the command: what it writes is seen as it writes it, and what it returns is returned.</summary>
internal sealed record ChildProgram
{
    private const int SigTerm = 15;

    public required CliEnvironment Environment { get; init; }

    public required string Program { get; init; }

    public required IReadOnlyList<string> Arguments { get; init; }

    public required string Folder { get; init; }

    /// <summary>Environment variables that it has besides this process's.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>How long it may take to end by itself after Ctrl-C; then it is killed with all that it started.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Runs it to its end.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        // Where the terminal is shared it writes there itself, with its colours and its progress.
        var start = new ProcessStartInfo(Program, Arguments)
        {
            WorkingDirectory = Folder,
            UseShellExecute = false,
            RedirectStandardOutput = !Environment.IsShared,
            RedirectStandardError = !Environment.IsShared,
        };
        foreach (var (name, value) in Variables)
            start.Environment[name] = value;
        using var process = ProcessRun.Start(start);
        var copies = Environment.IsShared ? [] : new[] { CopyAsync(process.StandardOutput, Environment.Out), CopyAsync(process.StandardError, Environment.Error) };
        try
        {
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            await EndAsync(process);
        }
        await Task.WhenAll(copies);
        return process.ExitCode;
    }

    // Ctrl-C reaches everything that runs in a terminal; a signal to this process alone must be handed on.
    private async Task EndAsync(Process process)
    {
        if (!OperatingSystem.IsWindows())
            _ = Kill(process.Id, SigTerm);
        using var limit = new CancellationTokenSource(Grace);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static async Task CopyAsync(StreamReader from, TextWriter to)
    {
        while (await from.ReadLineAsync() is { } line)
            await to.WriteLineAsync(line);
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
