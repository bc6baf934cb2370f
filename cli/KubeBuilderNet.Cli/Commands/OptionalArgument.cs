using System.CommandLine;

namespace KubeBuilderNet.Cli.Commands;

/// <summary>Bare words of commands.</summary>
internal static class OptionalArgument
{
    /// <summary>A word that may be left out. One that looks like a flag is a flag that doesn't exist.</summary>
    public static Argument<string?> Create(string name, string description)
    {
        var argument = new Argument<string?>(name) { Description = description, Arity = ArgumentArity.ZeroOrOne };
        argument.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: ['-', _, ..] value }])
                result.AddError($"Unrecognized command or argument '{value}'.");
        });
        return argument;
    }

    /// <summary>The project that a command is about.</summary>
    public static Argument<string?> Project() => Create("project", "The project, or its folder. [default: the one here]");
}
