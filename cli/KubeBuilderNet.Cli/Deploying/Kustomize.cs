using KubeBuilderNet.Cli.Building;
using KubeBuilderNet.Scaffolding;
using KubeBuilderNet.Scaffolding.Yaml;

namespace KubeBuilderNet.Cli.Deploying;

/// <summary>Renders a folder with kustomize.</summary>
internal static class Kustomize
{
    private static readonly string[] FileNames = ["kustomization.yaml", "kustomization.yml", "Kustomization"];

    /// <summary>The objects that a folder stands for.</summary>
    /// <param name="environment">Where programs are looked for.</param>
    /// <param name="overlay">The folder, relative to the command's.</param>
    /// <param name="cancellationToken">Ends kustomize too.</param>
    /// <exception cref="ScaffoldException">There is no kustomize, the folder is no kustomization, or kustomize refuses it.</exception>
    public static async Task<IReadOnlyList<ClusterObject>> BuildAsync(CliEnvironment environment, string overlay, CancellationToken cancellationToken)
    {
        var folder = Path.GetFullPath(Path.Combine(environment.Folder, overlay));
        if (!Array.Exists(FileNames, name => File.Exists(Path.Combine(folder, name))))
            throw new ScaffoldException($"{overlay} has no kustomization.yaml: run this in the folder with PROJECT, or pass --overlay");
        var (program, verb) = Find(environment);
        var run = await ProcessRun.OfAsync(program, [verb, folder], environment.Folder, cancellationToken);
        if (run.Code != 0)
            throw new ScaffoldException($"{overlay}: {run.Error.Trim()}");
        return [.. YamlJson.Parse(overlay, run.Output).Select(document => ClusterObject.Of(overlay, document))];
    }

    private static (string Program, string Verb) Find(CliEnvironment environment) =>
        Programs.Find(environment, "kustomize") is { } kustomize ? (kustomize, "build")
        : Programs.Find(environment, "kubectl") is { } kubectl ? (kubectl, "kustomize")
        : throw new ScaffoldException("neither 'kustomize' nor 'kubectl', which has it built in, is on the PATH or in KUBEBUILDER_ASSETS: install one of them");
}
