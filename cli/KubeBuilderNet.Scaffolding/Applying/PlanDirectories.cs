using KubeBuilderNet.Scaffolding.Planning;

namespace KubeBuilderNet.Scaffolding.Applying;

/// <summary>The directories that come and go with a plan's files; parents first.</summary>
internal static class PlanDirectories
{
    /// <summary>Those that files go into and that aren't there.</summary>
    /// <exception cref="ScaffoldException">A file has the name of one.</exception>
    public static List<string> Missing(IFileSystem files, List<FileChange> changes)
    {
        var missing = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var directory in changes.Where(change => change.After is not null).SelectMany(change => Above(change.Path)))
        {
            if (files.FileExists(directory))
                throw new ScaffoldException($"{directory} is a file, and must be a directory: move it away");
            if (!files.DirectoryExists(directory))
                missing.Add(directory);
        }
        return [.. missing];
    }

    /// <summary>Those that the plan takes files out of and leaves nothing in.</summary>
    public static List<string> Emptied(IFileSystem files, List<FileChange> changes)
    {
        var gone = changes.Where(change => change.After is null).Select(change => change.Path).ToHashSet(StringComparer.Ordinal);
        var emptied = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var path in gone.OrderDescending(StringComparer.Ordinal).ToList())
        {
            foreach (var directory in Above(path))
            {
                var isFilled = changes.Any(change => change.After is not null && change.Path.StartsWith(directory + "/", StringComparison.Ordinal));
                if (isFilled || files.List(directory).Any(name => !gone.Contains($"{directory}/{name}")))
                    break;
                gone.Add(directory);
                emptied.Add(directory);
            }
        }
        return [.. emptied];
    }

    // The nearest first.
    private static IEnumerable<string> Above(string path)
    {
        for (var slash = path.LastIndexOf('/'); slash > 0; slash = path.LastIndexOf('/', slash - 1))
            yield return path[..slash];
    }
}
