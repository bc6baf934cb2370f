using System.CommandLine;
using System.CommandLine.Help;
using KubeBuilderNet.Cli.Completing;
using KubeBuilderNet.Cli.Output;

namespace KubeBuilderNet.Cli.Commands;

/// <summary><c>kbnet completion</c>: scripts for shells.</summary>
internal static class CompletionCommand
{
    public static Command Create(CliEnvironment environment)
    {
        var command = new Command("completion", "Write a script that completes kbnet's commands and flags in a shell.");
        foreach (var (shell, script) in CompletionScripts.All)
        {
            var sub = new Command(shell, $"The script for {shell}; its first lines say how to load it.");
            sub.SetAction(parsed => environment.Out.Write(script(CommandNode.Of(parsed.RootCommandResult.Command)).ReplaceLineEndings("\n")));
            Examples.Add(sub, $"kbnet completion {shell}");
            command.Add(sub);
        }
        command.SetAction(parsed => new HelpAction().Invoke(parsed));
        return command;
    }
}
