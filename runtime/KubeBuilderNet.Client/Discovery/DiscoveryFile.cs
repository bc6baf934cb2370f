using System.Text.Json;
using KubeBuilderNet.Client.Json;

namespace KubeBuilderNet.Client.Discovery;

/// <summary>What one server serves, in a file. A file that can't be read or written is as good as none.</summary>
internal sealed class DiscoveryFile(string folder, Uri server)
{
    private readonly string _path = Path.Combine(folder, NameOf(server), "discovery.json");

    internal ServerResources? Read(DateTimeOffset notBefore)
    {
        try
        {
            // Of a file that isn't there the time is in the year 1601.
            if (File.GetLastWriteTimeUtc(_path) < notBefore.UtcDateTime)
                return null;
            var stored = NodeJson.Object(File.ReadAllBytes(_path));
            return AggregatedForm.IsOf(stored) ? new ServerResources(AggregatedForm.Read(stored)) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    internal void Write(ServerResources all)
    {
        // Another program must not read half of it.
        var temporary = $"{_path}.{Guid.NewGuid():N}";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
            File.WriteAllBytes(temporary, NodeJson.Bytes(AggregatedForm.Write(all)).ToArray());
            File.Move(temporary, _path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Delete(temporary);
        }
    }

    internal void Delete() => Delete(_path);

    private static void Delete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It will be too old one day.
        }
    }

    private static string NameOf(Uri server) => new([.. $"{server.Authority}{server.AbsolutePath.TrimEnd('/')}"
        .Select(static c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' ? c : '_')]);
}
