using System.Text.Json.Nodes;
using KubeBuilderNet.Scaffolding;
using KubeBuilderNet.Scaffolding.Yaml;

namespace KubeBuilderNet.Cli.Deploying;

/// <summary>What a Helm chart is made from.</summary>
internal static class Charts
{
    /// <summary>The objects of a file, or those that kustomize renders of a folder, with its manifests as the code says.</summary>
    /// <exception cref="ScaffoldException">There is neither.</exception>
    public static async Task<IReadOnlyList<JsonNode>> DocumentsAsync(CliEnvironment environment, string manifests, bool isDryRun, CancellationToken cancellationToken)
    {
        var path = Path.Combine(environment.Folder, manifests);
        if (File.Exists(path))
            return [.. YamlJson.Parse(manifests, await File.ReadAllTextAsync(path, cancellationToken))];
        if (!Directory.Exists(path))
            throw new ScaffoldException($"{manifests} is not there: pass --manifests with a kustomization's folder or a file of objects, such as 'kbnet build-installer' writes");
        if (!isDryRun)
            await Rendering.UpdateManifestsAsync(environment, isCheck: false, cancellationToken);
        return [.. (await Rendering.RenderAsync(environment, manifests, null, cancellationToken)).Select(item => item.Manifest)];
    }
}
