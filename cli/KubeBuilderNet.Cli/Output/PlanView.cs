using KubeBuilderNet.Scaffolding.Planning;
using Spectre.Console;

namespace KubeBuilderNet.Cli.Output;

/// <summary>A plan as people read it: a line a file.</summary>
internal static class PlanView
{
    public static void Show(CliEnvironment environment, Plan plan)
    {
        var console = Screen.Of(environment);
        foreach (var change in plan.Changes)
        {
            var (word, colour) = Word(change.Kind);
            console.MarkupLine($"[{colour}]{word,-10}[/]{Markup.Escape(change.Path)}");
        }
    }

    public static void ShowDiff(CliEnvironment environment, Plan plan)
    {
        var console = Screen.Of(environment);
        foreach (var line in plan.Writes.SelectMany(change => UnifiedDiff.Of(change).TrimEnd('\n').Split('\n')))
            console.Write(new Text(line + "\n", new Style(ColourOf(line))));
    }

    private static (string Word, string Colour) Word(ChangeKind kind) => kind switch
    {
        ChangeKind.Create => ("create", "green"),
        ChangeKind.Edit => ("edit", "yellow"),
        ChangeKind.Overwrite => ("overwrite", "red"),
        ChangeKind.Delete => ("delete", "red"),
        _ => ("unchanged", "grey"),
    };

    private static Color ColourOf(string line) => line switch
    {
        ['@', '@', ..] => Color.Teal,
        ['+', ..] => Color.Green,
        ['-', ..] => Color.Red,
        _ => Color.Default,
    };
}
