using System.CommandLine;
using System.CommandLine.Help;

namespace KubeBuilderNet.Cli.Commands;

/// <summary><c>kbnet create</c>: holds the commands that add to a project.</summary>
internal static class CreateCommand
{
    public static Command Create(CliEnvironment environment)
    {
        var command = new Command("create", "Add to a project: an API.") { CreateApiCommand.Create(environment) };
        command.SetAction(parsed => new HelpAction().Invoke(parsed));
        return command;
    }
}
