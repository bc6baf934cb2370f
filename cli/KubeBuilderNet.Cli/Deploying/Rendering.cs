using System.Text.Json.Nodes;
using KubeBuilderNet.Cli.Building;
using KubeBuilderNet.Cli.Images;
using KubeBuilderNet.Scaffolding;

namespace KubeBuilderNet.Cli.Deploying;

/// <summary>Renders what is deployed. Files that are under version control are never touched for it, but for the manifests that follow from the code.</summary>
internal static class Rendering
{
    private const string ManagerContainer = "manager";
    private const string ImageOverlay = "obj/kbnet/deploy";

    /// <summary>Brings the manifests up to date, as <c>kbnet manifests</c> does. A folder without a project has none to follow.</summary>
    /// <returns>Whether they are as the code says: always, unless they are only checked.</returns>
    public static async Task<bool> UpdateManifestsAsync(CliEnvironment environment, bool isCheck, CancellationToken cancellationToken)
    {
        if (Directory.GetFiles(environment.Folder, "*.csproj").Length == 0)
            return true;
        var project = UserProject.Find(environment.Folder, null);
        using var turn = await ProjectTurn.TakeAsync(project, cancellationToken);
        var files = await ManifestFiles.BuildAsync(project, null, cancellationToken);
        if (isCheck)
            return !files.ShowDifferences(environment);
        files.Write(environment, isDryRun: false, isQuiet: true);
        return true;
    }

    /// <summary>Renders an overlay, in the order in which its objects are applied.</summary>
    /// <param name="environment">The project's folder.</param>
    /// <param name="overlay">The overlay's folder in it.</param>
    /// <param name="image">The operator's image; null for the one that the overlay names.</param>
    /// <param name="cancellationToken">Ends kustomize too.</param>
    public static async Task<IReadOnlyList<ClusterObject>> RenderAsync(CliEnvironment environment, string overlay, ImageReference? image, CancellationToken cancellationToken)
    {
        var objects = await Kustomize.BuildAsync(environment, overlay, cancellationToken);
        if (image is not null)
        {
            WriteImageOverlay(environment, overlay, ManagerImage(overlay, objects), image);
            objects = await Kustomize.BuildAsync(environment, ImageOverlay, cancellationToken);
        }
        return ApplyOrder.Sort(objects);
    }

    // 'kustomize edit set image' would leave a change in config/manager/kustomization.yaml that gets committed by mistake.
    private static void WriteImageOverlay(CliEnvironment environment, string overlay, ImageReference from, ImageReference to)
    {
        var folder = Directory.CreateDirectory(Path.Combine(environment.Folder, ImageOverlay)).FullName;
        var image = new JsonObject { ["name"] = from.Name, ["newName"] = to.Name };
        if (to.Digest is not null)
            image["digest"] = to.Digest;
        else
            image["newTag"] = to.Tag ?? ImageReference.DefaultTag;
        var source = Path.GetRelativePath(folder, Path.GetFullPath(Path.Combine(environment.Folder, overlay))).Replace('\\', '/');
        var kustomization = new JsonObject
        {
            ["apiVersion"] = "kustomize.config.k8s.io/v1beta1",
            ["kind"] = "Kustomization",
            ["resources"] = new JsonArray(source),
            ["images"] = new JsonArray(image),
        };
        File.WriteAllText(Path.Combine(folder, "kustomization.yaml"), kustomization.ToJsonString() + "\n");
    }

    private static ImageReference ManagerImage(string overlay, IReadOnlyList<ClusterObject> objects)
    {
        var images = objects.Where(item => item.IsWorkload)
            .SelectMany(item => item.Manifest["spec"]?["template"]?["spec"]?["containers"] as JsonArray ?? [])
            .Where(container => (string?)container?["name"] == ManagerContainer)
            .Select(container => (string?)container!["image"]).ToList();
        return images is [{ } image, ..]
            ? ImageReference.Parse(image, $"{overlay}: the image of the container '{ManagerContainer}'")
            : throw new ScaffoldException($"{overlay} has no Deployment with a container named '{ManagerContainer}': the image can't be set");
    }
}
