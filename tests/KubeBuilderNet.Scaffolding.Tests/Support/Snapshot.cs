namespace KubeBuilderNet.Scaffolding.Tests.Support;

/// <summary>Compares a tree of files with the one kept in <c>_snapshots</c>. A difference is written beside it as <c>.received</c>.</summary>
internal static class Snapshot
{
    private const string Verified = ".verified.txt";
    private const string Received = ".received.txt";

    public static void Matches(string name, IReadOnlyDictionary<string, string> files)
    {
        var folder = Path.Combine(Checkout.Snapshots, name);
        var expected = Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*" + Verified, SearchOption.AllDirectories)
                .ToDictionary(path => Path.GetRelativePath(folder, path).Replace('\\', '/')[..^Verified.Length], File.ReadAllText, StringComparer.Ordinal)
            : [];
        var differing = files.Keys.Union(expected.Keys).Where(path => !expected.TryGetValue(path, out var text)
            || !files.TryGetValue(path, out var actual) || actual != text.ReplaceLineEndings("\n")).Order(StringComparer.Ordinal).ToList();
        foreach (var path in differing.Where(files.ContainsKey))
        {
            var received = Path.Combine(folder, path + Received);
            Directory.CreateDirectory(Path.GetDirectoryName(received)!);
            File.WriteAllText(received, files[path]);
        }
        Assert.True(differing.Count == 0, $"differs from _snapshots/{name}: {string.Join(", ", differing)}");
    }
}
