using System.Formats.Tar;
using System.Text;
using System.Text.Json.Nodes;

namespace KubeBuilderNet.Cli.Images;

/// <summary>An image in a file: an OCI layout, or what <c>docker save</c> writes.</summary>
internal static class ImageArchive
{
    private const string LayoutIndex = "index.json";
    private const string DockerManifest = "manifest.json";

    /// <summary>Copies an archive, giving its image the whole name: the SDK leaves the registry out, and an engine that loads it would not find it again.</summary>
    public static void CopyWithName(string source, string target, ImageReference image)
    {
        using var reader = new TarReader(File.OpenRead(source));
        using var writer = new TarWriter(File.Create(target), TarEntryFormat.Pax);
        while (reader.GetNextEntry() is { } entry)
        {
            if (entry.Name is LayoutIndex or DockerManifest)
                Rename(entry, image);
            writer.WriteEntry(entry);
        }
    }

    private static void Rename(TarEntry entry, ImageReference image)
    {
        using var text = new StreamReader(entry.DataStream!, Encoding.UTF8);
        var root = JsonNode.Parse(text.ReadToEnd())!;
        if (entry.Name == DockerManifest)
        {
            foreach (var item in root.AsArray())
                item!["RepoTags"] = new JsonArray($"{image.Name}:{image.Tag ?? ImageReference.DefaultTag}");
        }
        else
        {
            foreach (var manifest in root["manifests"]!.AsArray())
                manifest!["annotations"] = new JsonObject { ["io.containerd.image.name"] = image.Canonical, ["org.opencontainers.image.ref.name"] = image.Tag ?? ImageReference.DefaultTag };
        }
        entry.DataStream = new MemoryStream(Encoding.UTF8.GetBytes(root.ToJsonString()));
    }
}
