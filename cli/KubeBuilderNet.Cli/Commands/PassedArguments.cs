using System.CommandLine;
using System.CommandLine.Parsing;
using KubeBuilderNet.Scaffolding;

namespace KubeBuilderNet.Cli.Commands;

/// <summary>What every command has that runs a verb of <c>dotnet</c>: its project, and words that are handed on.</summary>
internal sealed class PassedArguments
{
    private readonly Option<string?> _project = new("--project") { Description = "The project or solution, or its folder. [default: the one here]" };
    private readonly Argument<string[]> _words;

    public PassedArguments(string description) => _words = new Argument<string[]>("arguments") { Description = description, Arity = ArgumentArity.ZeroOrMore };

    public void AddTo(Command command)
    {
        command.Options.Add(_project);
        command.Arguments.Add(_words);
    }

    public string? Project(ParseResult parsed) => parsed.GetValue(_project);

    /// <summary>The words behind <c>--</c>.</summary>
    /// <exception cref="ScaffoldException">A word stands before it, and is no flag of the command.</exception>
    public IReadOnlyList<string> Words(ParseResult parsed)
    {
        var words = parsed.GetValue(_words) ?? [];
        var behind = parsed.Tokens.SkipWhile(token => token.Type != TokenType.DoubleDash).Skip(1).Count();
        return words.Length == behind ? words : throw new ScaffoldException($"'{words[0]}' is not known here: what is handed on stands behind '--'");
    }
}
