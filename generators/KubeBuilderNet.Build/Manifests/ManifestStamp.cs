using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace KubeBuilderNet.Build.Manifests;

/// <summary>Remembers what was written from what, so that a build in which nothing changed converts nothing.</summary>
/// <remarks>A file that somebody edited or deleted has another size or time than remembered, and is written anew.</remarks>
internal sealed class ManifestStamp
{
    private readonly string _path;
    private readonly HashSet<string> _known;
    private readonly List<string> _lines = [];

    internal ManifestStamp(string path)
    {
        _path = path;
        _known = File.Exists(path) ? new HashSet<string>(File.ReadAllLines(path), StringComparer.Ordinal) : [];
    }

    /// <summary>Whether the file at <paramref name="target"/> is still what this manifest was written as.</summary>
    internal bool IsCurrent(Manifest manifest, string target)
    {
        var line = File.Exists(target) ? Line(manifest, target) : "";
        if (!_known.Contains(line))
            return false;
        _lines.Add(line);
        return true;
    }

    internal void Remember(Manifest manifest, string target) => _lines.Add(Line(manifest, target));

    internal void Save()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(_path))!);
        File.WriteAllLines(_path, _lines);
    }

    private static string Line(Manifest manifest, string target)
    {
        var file = new FileInfo(target);
        return string.Join("\t", target, Hash(manifest.Json), Number(file.Length), Number(file.LastWriteTimeUtc.Ticks), Version);
    }

    // A newer task may write other YAML from the same JSON.
    private static string Version { get; } = typeof(ManifestStamp).Module.ModuleVersionId.ToString("N");

    private static string Hash(string json)
    {
        using var sha = SHA256.Create();
        return Convert.ToBase64String(sha.ComputeHash(Encoding.UTF8.GetBytes(json)));
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
