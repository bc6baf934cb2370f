using System.Diagnostics;
using System.Globalization;
using Spectre.Console;

namespace KubeBuilderNet.Demo;

/// <summary>Runs commands one after another and says which one is under way.</summary>
internal sealed class Steps(int total)
{
    private int _done;

    internal void Run(string what, string folder, string command, params string[] arguments)
    {
        _done++;
        AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[blue]{_done}/{total}[/] {what}: [grey]{Path.GetFileName(command)} {string.Join(' ', arguments)}[/]");
        var watch = Stopwatch.StartNew();
        var (exitCode, output) = Execute(folder, command, arguments);
        if (exitCode != 0)
            throw new StepFailedException($"{what} failed with exit code {exitCode}:\n{output}");
        AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"    [grey]{watch.Elapsed.TotalSeconds:F1} s[/]");
    }

    private static (int ExitCode, string Output) Execute(string folder, string command, string[] arguments)
    {
        var start = new ProcessStartInfo(command, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start) ?? throw new StepFailedException($"{command} did not start.");
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.Result);
    }
}
