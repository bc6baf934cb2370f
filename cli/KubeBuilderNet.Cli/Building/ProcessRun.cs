using System.ComponentModel;
using System.Diagnostics;
using KubeBuilderNet.Scaffolding;

namespace KubeBuilderNet.Cli.Building;

/// <summary>What another program answered.</summary>
/// <param name="Code">Its exit code.</param>
/// <param name="Output">What it wrote.</param>
/// <param name="Error">What it wrote as errors.</param>
internal sealed record ProcessRun(int Code, string Output, string Error)
{
    /// <summary>Runs a program to its end; it is ended when the command is.</summary>
    /// <param name="program">Its name or path.</param>
    /// <param name="arguments">What it is told.</param>
    /// <param name="folder">Where it runs.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="variables">Environment variables that it has besides this process's.</param>
    /// <param name="input">What it is told on its standard input; null to share this process's.</param>
    /// <exception cref="ScaffoldException">There is no such program.</exception>
    public static async Task<ProcessRun> OfAsync(
        string program, IEnumerable<string> arguments, string folder, CancellationToken cancellationToken, IReadOnlyDictionary<string, string>? variables = null,
        string? input = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = input is not null,
            UseShellExecute = false,
        };
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        foreach (var (name, value) in variables ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        using var process = Start(start);
        try
        {
            if (input is not null)
            {
                await process.StandardInput.WriteAsync(input.AsMemory(), cancellationToken);
                process.StandardInput.Close();
            }
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var error = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return new ProcessRun(process.ExitCode, await output, await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    /// <summary>Starts a program.</summary>
    /// <exception cref="ScaffoldException">There is no such program.</exception>
    public static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new ScaffoldException($"cannot run '{start.FileName}': {e.Message}. Is the .NET SDK installed, and on the PATH?", e);
        }
    }
}
