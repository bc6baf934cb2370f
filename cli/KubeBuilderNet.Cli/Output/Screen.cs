using Spectre.Console;

namespace KubeBuilderNet.Cli.Output;

/// <summary>What people look at. Colours only on a terminal, and never with NO_COLOR.</summary>
internal static class Screen
{
    // A path must stay whole on a pipe: lines are never broken by us.
    private const int NoWrap = 10_000;

    public static IAnsiConsole Of(CliEnvironment environment)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(environment.Out),
            Ansi = environment.HasColours ? AnsiSupport.Detect : AnsiSupport.No,
        });
        console.Profile.Width = NoWrap;
        return console;
    }
}
