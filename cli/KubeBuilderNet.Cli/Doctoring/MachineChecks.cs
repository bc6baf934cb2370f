using KubeBuilderNet.Cli.Building;
using KubeBuilderNet.Cli.Deploying;
using KubeBuilderNet.Scaffolding;

namespace KubeBuilderNet.Cli.Doctoring;

/// <summary>What is on this machine: the SDK and the programs that commands call.</summary>
internal static class MachineChecks
{
    private const int LowestSdk = 10;

    private static readonly string[] Servers = ["etcd", "kube-apiserver"];
    private static readonly string[] Engines = ["docker", "podman"];
    private static readonly (string Name, string[] Arguments)[] Renderers = [("kustomize", ["version"]), ("kubectl", ["version", "--client"])];

    public static async Task<IReadOnlyList<Finding>> RunAsync(CliEnvironment environment, CancellationToken cancellationToken) =>
    [
        await SdkAsync(environment, cancellationToken),
        await KustomizeAsync(environment, cancellationToken),
        Engine(environment),
        Assets(environment),
    ];

    private static async Task<Finding> SdkAsync(CliEnvironment environment, CancellationToken cancellationToken)
    {
        try
        {
            var run = await ProcessRun.OfAsync("dotnet", ["--version"], environment.Folder, cancellationToken);
            var version = run.Output.Trim();
            if (run.Code != 0)
                return Finding.Failure("the .NET SDK that global.json asks for is not here", "install it, or loosen 'rollForward' in global.json");
            return int.TryParse(version.Split('.')[0], out var major) && major >= LowestSdk
                ? Finding.Ok($".NET SDK {version}")
                : Finding.Failure($".NET SDK {version}", $"install .NET SDK {LowestSdk} or later");
        }
        catch (ScaffoldException)
        {
            return Finding.Failure("no 'dotnet' on the PATH", $"install .NET SDK {LowestSdk} or later");
        }
    }

    private static async Task<Finding> KustomizeAsync(CliEnvironment environment, CancellationToken cancellationToken)
    {
        foreach (var (name, arguments) in Renderers)
        {
            if (Programs.Find(environment, name) is { } program)
                return Finding.Ok($"{name} {(await ProcessRun.OfAsync(program, arguments, environment.Folder, cancellationToken)).Output.Trim().Split('\n')[0]}");
        }
        return Finding.Warning("neither kustomize nor kubectl is here", "install one of them for 'kbnet deploy' and 'kbnet build-installer'");
    }

    private static Finding Engine(CliEnvironment environment) =>
        Engines.FirstOrDefault(name => Programs.Find(environment, name) is not null) is { } engine
            ? Finding.Ok($"{engine} is here; images are built without it")
            : Finding.Ok("no docker, no podman: images are built without them");

    private static Finding Assets(CliEnvironment environment)
    {
        if (environment.Variable("KUBEBUILDER_ASSETS") is not { Length: > 0 } folder)
            return Finding.Warning("KUBEBUILDER_ASSETS is not set", "tests that need an API server skip; setup-envtest gets one");
        var missing = Servers.Where(name => !File.Exists(Path.Combine(folder, name)) && !File.Exists(Path.Combine(folder, name + ".exe"))).ToList();
        return missing.Count == 0
            ? Finding.Ok($"an API server for tests in {folder}")
            : Finding.Failure($"KUBEBUILDER_ASSETS: {folder} has no {string.Join(" and no ", missing)}", "unset it, or name a folder that setup-envtest filled");
    }
}
