using KubeBuilderNet.Scaffolding.Planning;

namespace KubeBuilderNet.Scaffolding.Applying;

/// <summary>A project that is nowhere but in memory: plans are applied to it to see what they lead to.</summary>
public sealed class VirtualFiles : IFileSystem
{
    private readonly SortedDictionary<string, string> _files = new(StringComparer.Ordinal);

    /// <summary>The files by their path.</summary>
    public IReadOnlyDictionary<string, string> Files => _files;

    /// <summary>Makes a plan true.</summary>
    public void Apply(Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        foreach (var change in plan.Writes)
        {
            if (change.After is { } text)
                _files[change.Path] = text;
            else
                _files.Remove(change.Path);
        }
    }

    /// <inheritdoc/>
    public bool FileExists(string path) => _files.ContainsKey(path);

    /// <inheritdoc/>
    public bool DirectoryExists(string path) => path.Length == 0 || _files.Keys.Any(file => file.StartsWith(path + "/", StringComparison.Ordinal));

    /// <inheritdoc/>
    public IReadOnlyList<string> List(string path)
    {
        var prefix = path.Length == 0 ? "" : path + "/";
        return [.. _files.Keys.Where(file => file.StartsWith(prefix, StringComparison.Ordinal))
            .Select(file => file[prefix.Length..].Split('/')[0]).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public string ReadText(string path) => _files[path];

    /// <inheritdoc/>
    public void WriteNew(string path, string text) => _files.Add(path, text);

    /// <inheritdoc/>
    public void Move(string source, string target)
    {
        _files[target] = _files[source];
        _files.Remove(source);
    }

    /// <inheritdoc/>
    public void DeleteFile(string path) => _files.Remove(path);

    /// <inheritdoc/>
    public void CreateDirectory(string path)
    {
    }

    /// <inheritdoc/>
    public void DeleteDirectory(string path)
    {
    }
}
