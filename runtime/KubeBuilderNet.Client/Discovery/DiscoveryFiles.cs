namespace KubeBuilderNet.Client.Discovery;

/// <summary>What one server told, in files of a folder. A file that can't be read or written is as good as none.</summary>
internal sealed class DiscoveryFiles(string folder, Uri server)
{
    private readonly string _folder = Path.Combine(folder, Safe(server.Authority + server.AbsolutePath.TrimEnd('/')));

    /// <summary>A text as a file's name.</summary>
    internal static string Safe(string text) => new([.. text.Select(static c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' ? c : '_')]);

    internal byte[]? Read(string name, DateTimeOffset notBefore)
    {
        var path = Path.Combine(_folder, name);
        try
        {
            // Of a file that isn't there the time is in the year 1601.
            return File.GetLastWriteTimeUtc(path) < notBefore.UtcDateTime ? null : File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    internal void Write(string name, ReadOnlyMemory<byte> content)
    {
        // Another program must not read half of it.
        var path = Path.Combine(_folder, name);
        var temporary = $"{path}.{Guid.NewGuid():N}";
        try
        {
            Directory.CreateDirectory(_folder);
            File.WriteAllBytes(temporary, content.Span);
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Delete(temporary);
        }
    }

    /// <summary>Deletes the files that a pattern names.</summary>
    internal void Delete(string pattern)
    {
        try
        {
            foreach (var file in Directory.EnumerateFiles(_folder, Path.GetFileName(pattern)))
                File.Delete(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It will be too old one day.
        }
    }
}
