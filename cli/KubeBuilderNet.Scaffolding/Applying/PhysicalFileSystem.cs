using System.Text;

namespace KubeBuilderNet.Scaffolding.Applying;

/// <summary>The files of a directory on disk.</summary>
/// <param name="root">The directory.</param>
public sealed class PhysicalFileSystem(string root) : IFileSystem
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly string _root = Path.GetFullPath(root);

    /// <inheritdoc/>
    public bool FileExists(string path) => File.Exists(Full(path));

    /// <inheritdoc/>
    public bool DirectoryExists(string path) => Directory.Exists(Full(path));

    /// <inheritdoc/>
    public IReadOnlyList<string> List(string path)
    {
        var full = Full(path);
        return Directory.Exists(full)
            ? [.. Directory.EnumerateFileSystemEntries(full).Select(entry => Path.GetFileName(entry)).Order(StringComparer.Ordinal)]
            : [];
    }

    /// <inheritdoc/>
    public string ReadText(string path) => Utf8.GetString(File.ReadAllBytes(Full(path))); // a byte order mark stays: the file is restored with it

    /// <inheritdoc/>
    public void WriteNew(string path, string text)
    {
        using var stream = new FileStream(Full(path), FileMode.CreateNew, FileAccess.Write, FileShare.None);
        stream.Write(Utf8.GetBytes(text));
        stream.Flush(flushToDisk: true);
    }

    /// <inheritdoc/>
    public void Move(string source, string target) => File.Move(Full(source), Full(target), overwrite: true);

    /// <inheritdoc/>
    public void DeleteFile(string path)
    {
        var full = Full(path);
        if (File.Exists(full))
            File.Delete(full);
    }

    /// <inheritdoc/>
    public void CreateDirectory(string path) => Directory.CreateDirectory(Full(path));

    /// <inheritdoc/>
    public void DeleteDirectory(string path) => Directory.Delete(Full(path));

    private string Full(string path) => Path.Combine(_root, path.Replace('/', Path.DirectorySeparatorChar));
}
