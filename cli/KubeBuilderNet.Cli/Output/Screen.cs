using Spectre.Console;

namespace KubeBuilderNet.Cli.Output;

/// <summary>What people look at. Colours only on a terminal, and never with NO_COLOR.</summary>
internal static class Screen
{
    // A path must stay whole on a pipe: lines are never broken by us.
    private const int NoWrap = 10_000;

    public static IAnsiConsole Of(TextWriter writer)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });
        console.Profile.Width = NoWrap;
        return console;
    }
}
