using System.CommandLine;
using System.Runtime.InteropServices;

namespace KubeBuilderNet.Cli.Commands;

/// <summary><c>kbnet version</c>.</summary>
internal static class VersionCommand
{
    public static Command Create(CliEnvironment environment)
    {
        var command = new Command("version", "Show the version of this tool and what it runs on.");
        command.SetAction(_ =>
        {
            environment.Out.WriteLine($"kbnet {ToolVersion.Text}");
            environment.Out.WriteLine($"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}");
        });
        return command;
    }
}
