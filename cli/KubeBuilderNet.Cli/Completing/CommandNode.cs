using System.CommandLine;

namespace KubeBuilderNet.Cli.Completing;

/// <summary>A command as completions see it.</summary>
/// <param name="Path">Its words behind <c>kbnet</c>, each with a '/' before it: <c>/create/api</c>; empty for kbnet itself.</param>
/// <param name="Words">What may follow: subcommands and flags, with what each is for.</param>
internal sealed record CommandNode(string Path, IReadOnlyList<CommandNode.Word> Words)
{
    /// <summary>One word.</summary>
    /// <param name="Text">The word.</param>
    /// <param name="Summary">What it is for, in one line.</param>
    /// <param name="IsCommand">Whether more words follow it.</param>
    internal sealed record Word(string Text, string Summary, bool IsCommand);

    /// <summary>All of them below a command, itself first.</summary>
    public static IReadOnlyList<CommandNode> Of(Command root) => [.. Of(root, "", inherited: [])];

    private static IEnumerable<CommandNode> Of(Command command, string path, IReadOnlyList<Option> inherited)
    {
        var options = command.Options.Concat(inherited).Where(option => !option.Hidden).ToList();
        var words = command.Subcommands.Where(sub => !sub.Hidden).Select(sub => new Word(sub.Name, OneLine(sub.Description), IsCommand: true))
            .Concat(options.Select(option => new Word(option.Name, OneLine(option.Description), IsCommand: false)).OrderBy(word => word.Text, StringComparer.Ordinal));
        yield return new CommandNode(path, [.. words]);
        foreach (var node in command.Subcommands.Where(sub => !sub.Hidden).SelectMany(sub => Of(sub, $"{path}/{sub.Name}", [.. inherited, .. command.Options.Where(option => option.Recursive)])))
            yield return node;
    }

    private static string OneLine(string? text) => (text ?? "").Split(". ")[0].TrimEnd('.');
}
