using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using KubeBuilderNet.Build.Manifests;
using KubeBuilderNet.Cli.Building;
using KubeBuilderNet.Cli.Cluster;
using KubeBuilderNet.Cli.Commands;
using KubeBuilderNet.Cli.Output;
using KubeBuilderNet.Scaffolding;

namespace KubeBuilderNet.Cli;

/// <summary>The command line from end to end: parse, run, say what went wrong in one line.</summary>
internal static class CommandLine
{
    private const int Failed = 1;
    private const int Misused = 2;
    private const int Cancelled = 130;

    private static readonly TimeSpan DefaultGrace = TimeSpan.FromSeconds(2);

    public static async Task<int> RunAsync(string[] args, CliEnvironment environment)
    {
        var parsed = Root(environment).Parse(args);
        if (Misuse(parsed) is { } misuse)
        {
            await environment.Error.WriteLineAsync($"kbnet: {OneLine(misuse)} See '{CommandPath(parsed.CommandResult.Command)} --help'.");
            return Misused;
        }
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                Output = environment.Out,
                Error = environment.Error,
                EnableDefaultExceptionHandler = false,
                // Others end at once; an operator is given the time that it needs.
                ProcessTerminationTimeout = parsed.CommandResult.Command.Name == RunCommand.Name ? RunCommand.Grace : DefaultGrace,
            });
        }
        catch (Exception e)
        {
            var (message, code) = Explain(e);
            // The compiler's lines stay as they are: editors and people know them.
            if (e is BuildFailedException build)
                await environment.Error.WriteAsync(build.Output.TrimEnd() + "\n");
            await environment.Error.WriteLineAsync($"kbnet: {OneLine(message)}");
            if (environment.IsDebug)
                await environment.Error.WriteLineAsync(e.ToString());
            return code;
        }
    }

    // The parser takes "--kind --version v1" for a kind named "--version": say what is meant.
    private static string? Misuse(ParseResult parsed)
    {
        // No path and no name can have one, and each API says so in words of its own.
        if (parsed.Tokens.Any(token => token.Value.Contains('\0')))
            return "An argument has a null character in it.";
        var options = parsed.CommandResult.Command.Options;
        foreach (var given in parsed.CommandResult.Children.OfType<OptionResult>())
        {
            var swallowed = given.Tokens.FirstOrDefault(token => options.Any(option => option.Name == token.Value.Split('=')[0]));
            if (swallowed is not null)
                return $"{given.Option.Name} has no value: {swallowed.Value} follows it.";
        }
        return parsed.Action is ParseErrorAction ? BadSwitch(parsed) ?? parsed.Errors[0].Message : null;
    }

    // No command takes bare words: one that follows a flag was meant for it.
    private static string? BadSwitch(ParseResult parsed)
    {
        for (var i = 1; i < parsed.Tokens.Count; i++)
        {
            var (flag, word) = (parsed.Tokens[i - 1], parsed.Tokens[i].Value);
            if (flag.Type == TokenType.Option && parsed.Tokens[i].Type == TokenType.Argument && parsed.UnmatchedTokens.Contains(word))
                return $"{flag.Value} takes true or false, not '{word}'.";
        }
        return null;
    }

    /// <summary>All commands.</summary>
    public static RootCommand Root(CliEnvironment environment)
    {
        var root = new RootCommand("Builds Kubernetes operators in C#: scaffolds projects and kinds, imports, writes and installs their CRDs.")
        {
            InitCommand.Create(environment),
            CreateCommand.Create(environment),
            EditCommand.Create(environment),
            DeleteCommand.Create(environment),
            BuildCommand.Create(environment),
            TestCommand.Create(environment),
            RunCommand.Create(environment),
            DockerBuildCommand.Create(environment),
            DockerPushCommand.Create(environment),
            DeployCommand.Create(environment),
            UndeployCommand.Create(environment),
            BuildInstallerCommand.Create(environment),
            InstallCommand.Create(environment),
            UninstallCommand.Create(environment),
            ImportCommand.Create(environment),
            ManifestsCommand.Create(environment),
            GenerateCommand.Create(environment),
            AlphaCommand.Create(environment),
            DoctorCommand.Create(environment),
            CompletionCommand.Create(environment),
            VersionCommand.Create(environment),
        };
        Examples.Add(root,
            "kbnet init --domain example.com --project-name shop",
            "kbnet create api --group apps --version v1 --kind Basket",
            "dotnet build && kbnet install && dotnet run");
        var help = Examples.Show(root);
        root.SetAction(help.Invoke);
        return root;
    }

    private static (string Message, int Code) Explain(Exception e) => e switch
    {
        ScaffoldException or ManifestException => (e.Message, Failed),
        BuildFailedException => (e.Message, Failed),
        OperationCanceledException => (e.InnerException is OperationCanceledException ? e.Message : "cancelled", Cancelled),
        _ when ClusterErrors.Explain(e) is { } message => (message, Failed),
        IOException or UnauthorizedAccessException => (e.Message, Failed),
        _ => ($"unexpected: {e.Message} (set KBNET_DEBUG=1 to see where, and please report it)", Failed),
    };

    private static string CommandPath(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? $"{CommandPath(parent)} {command.Name}" : "kbnet";

    private static string OneLine(string message) => string.Join(' ', message.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
