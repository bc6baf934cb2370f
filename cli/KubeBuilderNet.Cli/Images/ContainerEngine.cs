using KubeBuilderNet.Cli.Building;
using KubeBuilderNet.Cli.Deploying;
using KubeBuilderNet.Scaffolding;

namespace KubeBuilderNet.Cli.Images;

/// <summary>Finds a container engine that answers.</summary>
internal static class ContainerEngine
{
    /// <summary>The engines that there are, in the order in which they are tried.</summary>
    public static readonly string[] Tools = ["docker", "podman"];

    /// <summary>The first engine that answers; null when none does.</summary>
    public static async Task<ImageTarget.Engine?> FindAsync(CliEnvironment environment, CancellationToken cancellationToken)
    {
        foreach (var tool in Tools)
        {
            if (Programs.Find(environment, tool) is { } program && await AnswersAsync(environment, program, cancellationToken))
                return new ImageTarget.Engine(tool, program);
        }
        return null;
    }

    /// <summary>One engine, which must answer.</summary>
    /// <exception cref="ScaffoldException">It isn't there, or not running.</exception>
    public static async Task<ImageTarget.Engine> RequireAsync(CliEnvironment environment, string tool, CancellationToken cancellationToken)
    {
        if (Programs.Find(environment, tool) is not { } program)
            throw new ScaffoldException($"--container-tool '{tool}' is not on the PATH: install it, or leave the flag out");
        return await AnswersAsync(environment, program, cancellationToken)
            ? new ImageTarget.Engine(tool, program)
            : throw new ScaffoldException($"{tool} does not answer: start it, or pass --output to write a file");
    }

    // "info" asks the daemon, and fails without one.
    private static async Task<bool> AnswersAsync(CliEnvironment environment, string program, CancellationToken cancellationToken) =>
        (await ProcessRun.OfAsync(program, ["info"], environment.Folder, cancellationToken)).Code == 0;
}
