using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Runtime.CompilerServices;

namespace KubeBuilderNet.Cli.Output;

/// <summary>Examples below a command's help.</summary>
internal static class Examples
{
    private static readonly ConditionalWeakTable<Command, string[]> Lines = [];

    /// <summary>Gives a command its examples.</summary>
    public static void Add(Command command, params string[] lines) => Lines.Add(command, lines);

    /// <summary>Makes <c>--help</c> of a root command, and so of all below it, show them.</summary>
    /// <returns>What shows the help.</returns>
    public static SynchronousCommandLineAction Show(RootCommand root)
    {
        var option = root.Options.OfType<HelpOption>().Single();
        var help = new HelpWithExamples((HelpAction)option.Action!);
        option.Action = help;
        return help;
    }

    private sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            var code = help.Invoke(parseResult);
            if (!Lines.TryGetValue(parseResult.CommandResult.Command, out var lines))
                return code;
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            foreach (var line in lines)
                output.WriteLine("  " + line);
            output.WriteLine();
            return code;
        }
    }
}
