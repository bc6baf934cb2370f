using KubeBuilderNet.Scaffolding;
using KubeBuilderNet.Scaffolding.Applying;

namespace KubeBuilderNet.Cli;

/// <summary>What a command sees of the world, so that tests can give it another.</summary>
internal sealed record CliEnvironment
{
    /// <summary>The folder that it works in.</summary>
    /// <exception cref="ScaffoldException">It is gone.</exception>
    public required string Folder
    {
        get => field.Length > 0 ? field : throw new ScaffoldException("the current folder was deleted: go to another one");
        init;
    }

    public required TextWriter Out { get; init; }

    public required TextWriter Error { get; init; }

    /// <summary>What is piped in.</summary>
    public TextReader In { get; init; } = TextReader.Null;

    /// <summary>What environment variables say; null for one that isn't set.</summary>
    public Func<string, string?> Variable { get; init; } = Environment.GetEnvironmentVariable;

    /// <summary>Whether programs that it starts write to the same terminal or pipe by themselves.</summary>
    public bool IsShared { get; init; }

    /// <summary>Whether somebody can be asked.</summary>
    public bool IsInteractive { get; init; }

    /// <summary>Whether colours are wanted.</summary>
    public bool HasColours { get; init; }

    /// <summary>Whether errors come with where they happened.</summary>
    public bool IsDebug { get; init; }

    public IFileSystem Files => new PhysicalFileSystem(Folder);

    public static CliEnvironment OfProcess() => new()
    {
        Folder = CurrentFolder(),
        In = Console.In,
        Out = Console.Out,
        Error = Console.Error,
        IsShared = true,
        IsInteractive = !Console.IsInputRedirected && !Console.IsOutputRedirected,
        HasColours = !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")),
        IsDebug = Environment.GetEnvironmentVariable("KBNET_DEBUG") is "1" or "true",
    };

    private static string CurrentFolder()
    {
        try
        {
            return Environment.CurrentDirectory;
        }
        catch (IOException)
        {
            return "";
        }
    }
}
