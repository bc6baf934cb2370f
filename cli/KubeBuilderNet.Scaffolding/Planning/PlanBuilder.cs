using KubeBuilderNet.Scaffolding.Applying;

namespace KubeBuilderNet.Scaffolding.Planning;

/// <summary>Collects what a command wants of the files, and compares it with what is there.</summary>
/// <param name="files">The project's files.</param>
/// <param name="force">Whether files that differ are replaced, and edited ones deleted.</param>
public sealed class PlanBuilder(IFileSystem files, bool force)
{
    private readonly SortedDictionary<string, FileChange> _changes = new(StringComparer.Ordinal);
    private readonly List<string> _notes = [];
    private readonly List<string> _differing = [];
    private readonly List<string> _edited = [];

    /// <summary>The project's files, as they are.</summary>
    public IFileSystem Files => files;

    /// <summary>The file is to have exactly this text.</summary>
    /// <remarks>A file that exists and differs is a conflict, unless <c>force</c>. Line ends alone are no difference.</remarks>
    public void Write(string path, string text)
    {
        var before = Read(path);
        var kind = before switch
        {
            null => ChangeKind.Create,
            _ when SameText(before, text) => ChangeKind.Unchanged,
            _ => ChangeKind.Overwrite,
        };
        if (kind == ChangeKind.Overwrite && !force)
            _differing.Add(path);
        _changes[path] = new FileChange(path, kind, before, kind == ChangeKind.Unchanged ? before! : text);
    }

    /// <summary>The file is to have this text unless there is one already, whatever it says.</summary>
    public void WriteOnce(string path, string text)
    {
        if (Read(path) is { } before)
            _changes[path] = new FileChange(path, ChangeKind.Unchanged, before, before);
        else
            Write(path, text);
    }

    /// <summary>The file is to go, if it is still what kbnet wrote.</summary>
    /// <remarks>One that was edited is a conflict, unless <c>force</c>; one that isn't there is none.</remarks>
    /// <param name="path">The file.</param>
    /// <param name="written">What kbnet wrote, one of these; null for a file that any text may be lost of.</param>
    public void Delete(string path, IReadOnlyCollection<string>? written)
    {
        if (Read(path) is not { } before)
            return;
        if (written is not null && !written.Any(text => SameText(before, text)))
        {
            if (force)
                Note($"{path} was edited, and is deleted because of --force");
            else
                _edited.Add(path);
        }
        _changes[path] = new FileChange(path, ChangeKind.Delete, before, null);
    }

    /// <summary>The file's text is to be changed by a function; one that isn't there yet starts from a given text.</summary>
    /// <param name="path">The file.</param>
    /// <param name="whenMissing">What the function gets when there is no file; null to leave it so.</param>
    /// <param name="edit">Gives the new text.</param>
    public void Edit(string path, string? whenMissing, Func<string, string> edit)
    {
        _changes.TryGetValue(path, out var earlier);
        var before = earlier is null ? Read(path) : earlier.Before;
        if ((earlier?.After ?? before ?? whenMissing) is not { } text)
            return;
        var after = edit(text);
        var kind = before is null ? ChangeKind.Create : SameText(before, after) ? ChangeKind.Unchanged : ChangeKind.Edit;
        _changes[path] = new FileChange(path, kind, before, after);
    }

    /// <summary>Tells the user something when the plan is shown.</summary>
    public void Note(string line) => _notes.Add(line);

    /// <summary>The plan.</summary>
    /// <exception cref="ScaffoldException">Files exist and differ; all are named.</exception>
    public Plan Build()
    {
        if (_differing.Count > 0)
            throw Conflict(_differing, ["exists and differs", "exist and differ"], " from what would be written", "replace");
        if (_edited.Count > 0)
            throw Conflict(_edited, ["was edited after kbnet wrote it", "were edited after kbnet wrote them"], "", "delete");
        return new Plan([.. _changes.Values], _notes);
    }

    private static ScaffoldException Conflict(List<string> paths, string[] verbs, string why, string verb)
    {
        paths.Sort(StringComparer.Ordinal);
        var (happened, them) = paths.Count == 1 ? (verbs[0], "it") : (verbs[1], "them");
        return new ScaffoldException($"{string.Join(", ", paths)} {happened}{why}: move {them} away, or pass --force to {verb} {them}");
    }

    private string? Read(string path)
    {
        if (files.DirectoryExists(path))
            throw new ScaffoldException($"{path} is a directory, and must be a file: move it away");
        return files.FileExists(path) ? files.ReadText(path) : null;
    }

    /// <summary>Whether texts differ in nothing but how their lines end.</summary>
    internal static bool SameText(string left, string right) => left.ReplaceLineEndings("\n") == right.ReplaceLineEndings("\n");
}
