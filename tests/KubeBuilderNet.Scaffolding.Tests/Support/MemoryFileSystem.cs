using KubeBuilderNet.Scaffolding.Applying;

namespace KubeBuilderNet.Scaffolding.Tests.Support;

/// <summary>A project's files in memory, which can be told to fail, or to be killed, at an operation.</summary>
internal sealed class MemoryFileSystem : IFileSystem
{
    private readonly SortedSet<string> _directories = new(StringComparer.Ordinal) { "" };

    public SortedDictionary<string, string> Files { get; } = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Directories => _directories;

    /// <summary>How many changes were made so far.</summary>
    public int Writes { get; private set; }

    /// <summary>Called before each change with its number from 0; throws to make it fail.</summary>
    public Action<int>? BeforeWrite { get; set; }

    public MemoryFileSystem Copy()
    {
        var copy = new MemoryFileSystem();
        foreach (var (path, text) in Files)
            copy.Files[path] = text;
        copy._directories.UnionWith(_directories);
        return copy;
    }

    public string Describe() => string.Join('\n', [.. _directories, .. Files.Select(file => $"{file.Key}={file.Value}")]);

    public void Put(string path, string text)
    {
        for (var slash = path.IndexOf('/'); slash > 0; slash = path.IndexOf('/', slash + 1))
            _directories.Add(path[..slash]);
        Files[path] = text;
    }

    public bool FileExists(string path) => Files.ContainsKey(path);

    public bool DirectoryExists(string path) => _directories.Contains(path);

    public IReadOnlyList<string> List(string path) =>
        [.. _directories.Concat(Files.Keys).Where(entry => entry.Length > 0 && ParentOf(entry) == path).Select(entry => entry[(entry.LastIndexOf('/') + 1)..]).Order(StringComparer.Ordinal)];

    public string ReadText(string path) => Files.TryGetValue(path, out var text) ? text : throw new FileNotFoundException(path);

    public void WriteNew(string path, string text)
    {
        Write();
        if (Files.ContainsKey(path) || !_directories.Contains(ParentOf(path)))
            throw new IOException($"cannot write {path}");
        Files[path] = text;
    }

    public void Move(string source, string target)
    {
        Write();
        if (!_directories.Contains(ParentOf(target)) || _directories.Contains(target) || !Files.Remove(source, out var text))
            throw new IOException($"cannot move {source} to {target}");
        Files[target] = text;
    }

    public void DeleteFile(string path)
    {
        Write();
        Files.Remove(path);
    }

    public void CreateDirectory(string path)
    {
        Write();
        if (!_directories.Contains(ParentOf(path)))
            throw new IOException($"cannot make {path}");
        _directories.Add(path);
    }

    public void DeleteDirectory(string path)
    {
        Write();
        if (List(path).Count > 0 || !_directories.Remove(path))
            throw new IOException($"cannot delete {path}");
    }

    private void Write() => BeforeWrite?.Invoke(Writes++);

    private static string ParentOf(string path) => path.LastIndexOf('/') is > 0 and var slash ? path[..slash] : "";
}
