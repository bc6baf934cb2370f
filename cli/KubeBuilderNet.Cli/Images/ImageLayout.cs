using System.Formats.Tar;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using KubeBuilderNet.Scaffolding;

namespace KubeBuilderNet.Cli.Images;

/// <summary>An image in a file, laid out as the Open Container Initiative says, unpacked to a folder of its own.</summary>
internal sealed class ImageLayout : IDisposable
{
    private const string Blobs = "blobs/sha256/";
    private const string Index = "index.json";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kbnet-image-");
    private readonly string _file;

    private ImageLayout(string file) => _file = file;

    /// <summary>What the file holds: an image of one platform, or an index of several.</summary>
    public JsonObject Root { get; private set; } = [];

    /// <summary>Unpacks a file.</summary>
    /// <param name="path">Its full path.</param>
    /// <param name="shown">The path as the user wrote it.</param>
    /// <exception cref="ScaffoldException">It is no image of that layout, or holds several.</exception>
    public static ImageLayout Open(string path, string shown)
    {
        if (!File.Exists(path))
            throw new ScaffoldException($"{shown}: there is no such file");
        var layout = new ImageLayout(shown);
        try
        {
            layout.Unpack(path);
            return layout;
        }
        catch (Exception e)
        {
            layout.Dispose();
            if (e is InvalidDataException or JsonException or EndOfStreamException)
                throw new ScaffoldException($"{shown} is no image: {e.Message} Make one with 'kbnet docker-build --output'", e);
            throw;
        }
    }

    /// <summary>A blob's file.</summary>
    /// <exception cref="ScaffoldException">The image doesn't have it.</exception>
    public FileInfo Blob(string digest)
    {
        var file = new FileInfo(Path.Combine(_folder.FullName, Path.GetFileName(digest.Replace(':', '/'))));
        return file.Exists ? file : throw new ScaffoldException($"{_file} lacks {digest}: make it again");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void Unpack(string path)
    {
        using var reader = new TarReader(File.OpenRead(path));
        JsonArray? manifests = null;
        while (reader.GetNextEntry() is { } entry)
        {
            if (entry.Name == Index)
                manifests = JsonNode.Parse(entry.DataStream!)?["manifests"] as JsonArray;
            else if (entry.Name.StartsWith(Blobs, StringComparison.Ordinal) && entry.DataStream is not null)
                Unpack(entry, entry.Name[Blobs.Length..]);
        }
        Root = manifests switch
        {
            [JsonObject only] => only,
            null => throw new InvalidDataException($"it has no {Index}."),
            _ => throw new InvalidDataException($"it holds {manifests.Count} images."),
        };
    }

    // The name is that of the content: nothing else is taken for a blob.
    private void Unpack(TarEntry entry, string hash)
    {
        if (hash.Length != 64 || !hash.All(char.IsAsciiHexDigitLower))
            throw new InvalidDataException($"'{entry.Name}' is no blob's name.");
        var target = Path.Combine(_folder.FullName, hash);
        entry.ExtractToFile(target, overwrite: true);
        using var stream = File.OpenRead(target);
        if (Convert.ToHexStringLower(SHA256.HashData(stream)) != hash)
            throw new InvalidDataException($"'{entry.Name}' is damaged.");
    }
}
