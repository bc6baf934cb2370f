namespace KubeBuilderNet.Scaffolding.Planning;

/// <summary>All that a command would change, in the order of the files' paths. Nothing of it has happened yet.</summary>
/// <param name="Changes">One entry a file, unchanged ones too.</param>
/// <param name="Notes">What the user should know: lines without an end.</param>
public sealed record Plan(IReadOnlyList<FileChange> Changes, IReadOnlyList<string> Notes)
{
    /// <summary>Both plans as one; no file may be in both.</summary>
    public Plan With(Plan other) =>
        new([.. Changes.Concat(other.Changes).OrderBy(change => change.Path, StringComparer.Ordinal)], [.. Notes, .. other.Notes]);

    /// <summary>The files that will be written.</summary>
    public IEnumerable<FileChange> Writes => Changes.Where(change => change.Kind != ChangeKind.Unchanged);
}
