using System.Diagnostics;

namespace KubeBuilderNet.PackageTests;

/// <summary>Runs a command to its end and keeps what it printed.</summary>
internal static class Shell
{
    internal static async Task<CommandResult> RunAsync(string folder, string command, params string[] arguments) =>
        await RunAsync(folder, environment: [], command, arguments);

    internal static async Task<CommandResult> RunAsync(
        string folder, Dictionary<string, string?> environment, string command, params string[] arguments)
    {
        using var process = Start(folder, environment, command, arguments);
        var cancelled = TestContext.Current.CancellationToken;
        var output = process.StandardOutput.ReadToEndAsync(cancelled);
        var errors = process.StandardError.ReadToEndAsync(cancelled);
        try
        {
            await process.WaitForExitAsync(cancelled);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return new CommandResult($"{command} {string.Join(' ', arguments)}", process.ExitCode, await output, await errors);
    }

    internal static Process Start(string folder, Dictionary<string, string?> environment, string command, params string[] arguments)
    {
        var start = new ProcessStartInfo(command, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start) ?? throw new InvalidOperationException($"{command} did not start.");
    }
}
