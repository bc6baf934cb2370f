using System.Text.Json.Nodes;

namespace KubeBuilderNet.Cli.Images;

/// <summary>Pushes an image from a file, byte for byte: parts first, so that nobody ever sees half an image.</summary>
/// <param name="layout">The image.</param>
/// <param name="registry">Where it goes.</param>
internal sealed class ImagePush(ImageLayout layout, RegistryClient registry)
{
    private const string IndexType = "application/vnd.oci.image.index.v1+json";
    private const string DockerListType = "application/vnd.docker.distribution.manifest.list.v2+json";

    /// <summary>Pushes all of it under a tag.</summary>
    /// <returns>The digest by which the image is known.</returns>
    public async Task<string> RunAsync(string tag, CancellationToken cancellationToken)
    {
        await PushManifestAsync(layout.Root, tag, cancellationToken);
        return Digest(layout.Root);
    }

    private async Task PushManifestAsync(JsonObject descriptor, string reference, CancellationToken cancellationToken)
    {
        var body = await File.ReadAllBytesAsync(layout.Blob(Digest(descriptor)).FullName, cancellationToken);
        var manifest = JsonNode.Parse(body)!.AsObject();
        var type = (string?)descriptor["mediaType"] ?? (string?)manifest["mediaType"] ?? IndexType;
        if (type is IndexType or DockerListType)
        {
            foreach (var part in manifest["manifests"]!.AsArray())
                await PushManifestAsync(part!.AsObject(), Digest(part!), cancellationToken);
        }
        else
        {
            foreach (var part in manifest["layers"]!.AsArray().Append(manifest["config"]))
                await registry.PushBlobAsync(Digest(part!), layout.Blob(Digest(part!)), cancellationToken);
        }
        await registry.PushManifestAsync(reference, type, body, cancellationToken);
    }

    private static string Digest(JsonNode descriptor) => (string)descriptor["digest"]!;
}
